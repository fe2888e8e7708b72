package org.dualtraining.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of every refusal (RFC 9457, {@code application/problem+json}). It never repeats a value that was sent. */
@Schema(description = "Problem details, RFC 9457. Never repeats a value that was sent.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        @Schema(
                description = "stable identifier of the kind of problem",
                examples = "urn:dual-training:problem:not-found")
        URI type,

        @Schema(description = "short summary, the same for every problem of this type")
        String title,

        @Schema(description = "the HTTP status code") int status,

        @Schema(description = "what is wrong here and what would be right")
        String detail,

        @Schema(description = "each place in the request that is wrong")
        List<Violation> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static URI typeOf(String name) {
        return URI.create("urn:dual-training:problem:" + name);
    }

    /** One wrong place in the request. */
    public record Violation(
            @Schema(
                    description = "JSON pointer into the body, or the name of a query parameter or header",
                    examples = "/completedOn")
            String pointer,

            @Schema(description = "what would be right") String detail) {}

    /** Without errors: for answers that are written before JAX-RS begins or after it gave up. */
    public String asJson() {
        return "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                .formatted(type, title, status, detail);
    }

    static Problem of(String type, String title, int status, @Nullable String detail) {
        return new Problem(typeOf(type), title, status, detail == null ? title : detail, List.of());
    }
}
