package org.dualtraining.catalog.upload;

import java.util.List;
import java.util.Map;
import org.dualtraining.kit.problem.Refusal;

/** Others import or export, and it takes longer than a caller should wait. */
final class TooManyUploads extends Refusal {

    private static final long serialVersionUID = 1L;

    TooManyUploads() {
        super(
                503,
                "Other large files are being worked on: send the same request again after Retry-After seconds.",
                List.of(),
                Map.of("Retry-After", "10"));
    }
}
