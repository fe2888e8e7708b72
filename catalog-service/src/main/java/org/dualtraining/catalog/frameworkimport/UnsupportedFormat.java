package org.dualtraining.catalog.frameworkimport;

import java.util.List;
import java.util.Map;
import org.dualtraining.kit.problem.Refusal;

/** A media type that no reader reads. */
final class UnsupportedFormat extends Refusal {

    private static final long serialVersionUID = 1L;

    UnsupportedFormat(List<String> supported) {
        super(
                415,
                "Send the framework as one of: " + String.join(", ", supported) + ".",
                List.of(),
                Map.of("Accept-Post", String.join(", ", supported)));
    }
}
