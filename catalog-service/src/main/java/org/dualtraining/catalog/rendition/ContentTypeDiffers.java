package org.dualtraining.catalog.rendition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dualtraining.kit.problem.Refusal;

/** The bytes are another format than the Content-Type says. */
final class ContentTypeDiffers extends Refusal {

    private static final long serialVersionUID = 1L;

    /** @param found the media type that the bytes begin like, if it is one that is read */
    ContentTypeDiffers(Optional<String> found) {
        super(
                415,
                found.map(type -> "The body is not what its Content-Type says: it begins like " + type + ".")
                        .orElse("The body is not what its Content-Type says: it does not begin like such a file."),
                List.of(),
                Map.of("Accept-Post", String.join(", ", Format.mediaTypes())));
    }
}
