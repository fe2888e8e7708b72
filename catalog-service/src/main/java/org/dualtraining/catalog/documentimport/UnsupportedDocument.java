package org.dualtraining.catalog.documentimport;

import java.util.List;
import java.util.Map;
import org.dualtraining.kit.problem.Refusal;

/** A media type that cannot be read as a document. */
final class UnsupportedDocument extends Refusal {

    private static final long serialVersionUID = 1L;

    UnsupportedDocument() {
        super(
                415,
                "Send the document as text/plain in UTF-8. Other renditions are not read: save them as plain text.",
                List.of(),
                Map.of("Accept-Post", "text/plain; charset=utf-8"));
    }
}
