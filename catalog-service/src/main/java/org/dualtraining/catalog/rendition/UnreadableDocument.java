package org.dualtraining.catalog.rendition;

import java.util.List;
import org.dualtraining.kit.problem.Problem;
import org.dualtraining.kit.problem.Refusal;

/** A file of a known format that cannot be read, or that is larger inside than any document. */
final class UnreadableDocument extends Refusal {

    private static final long serialVersionUID = 1L;

    private UnreadableDocument(String detail, String where, String what) {
        super(422, detail, List.of(new Problem.Violation(where, what)));
    }

    static UnreadableDocument because(String what) {
        return new UnreadableDocument("The document " + what + ".", "body", what);
    }

    /** @param where such as line 3 */
    static UnreadableDocument where(String where, String what) {
        return new UnreadableDocument("Of the document, " + where + " " + what + ".", where, what);
    }

    static UnreadableDocument broken(Format format) {
        return because("is broken or cut off: it cannot be read as " + format.name());
    }
}
