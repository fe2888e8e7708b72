package org.dualtraining.plan.print;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.dualtraining.kit.problem.Malformed;
import org.jspecify.annotations.Nullable;

/** What a page can be had as. */
public enum PageFormat {
    HTML("text/html"),
    PDF("application/pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    CSV("text/csv");

    private final MediaType mediaType;

    PageFormat(String mediaType) {
        this.mediaType = MediaType.valueOf(mediaType);
    }

    /** As a caller names it, and what a file of it ends with: "pdf". */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    MediaType mediaType() {
        return this == HTML || this == CSV ? mediaType.withCharset("utf-8") : mediaType;
    }

    /**
     * The format that a caller wants.
     *
     * @param name the query parameter, which wins because a link cannot carry an Accept header
     * @param offered in the order in which they are preferred
     */
    public static PageFormat wanted(@Nullable String name, HttpHeaders headers, List<PageFormat> offered) {
        if (name != null) {
            return offered.stream()
                    .filter(format -> format.label().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new Malformed(
                            "format",
                            "must be one of "
                                    + offered.stream().map(PageFormat::label).collect(Collectors.joining(", "))));
        }
        List<MediaType> accepted = headers.getAcceptableMediaTypes();
        Set<MediaType> refused = accepted.stream()
                .filter(PageFormat::isRefused)
                .map(type -> new MediaType(type.getType(), type.getSubtype()))
                .collect(Collectors.toSet());
        return accepted.stream()
                .filter(type -> !isRefused(type))
                .flatMap(type -> offered.stream()
                        .filter(format -> type.isCompatible(format.mediaType))
                        .filter(format -> !refused.contains(format.mediaType)))
                .findFirst()
                .orElseThrow(NotAcceptableException::new);
    }

    private static boolean isRefused(MediaType type) {
        return type.getParameters().getOrDefault("q", "1").matches("0(\\.0*)?");
    }
}
