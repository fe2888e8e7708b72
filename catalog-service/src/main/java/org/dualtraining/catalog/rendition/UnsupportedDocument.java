package org.dualtraining.catalog.rendition;

import java.util.List;
import java.util.Map;
import org.dualtraining.kit.problem.Refusal;

/** A media type that cannot be read as a document. */
final class UnsupportedDocument extends Refusal {

    private static final long serialVersionUID = 1L;

    UnsupportedDocument() {
        super(
                415,
                "Send the document as text/plain in UTF-8, as DOCX, PDF or XLSX with its media type. Files with macros"
                        + " and other formats are not read: save them as one of these.",
                List.of(),
                Map.of("Accept-Post", String.join(", ", Format.mediaTypes())));
    }
}
