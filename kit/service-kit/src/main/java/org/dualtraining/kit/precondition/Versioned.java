package org.dualtraining.kit.precondition;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.dualtraining.kit.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Answers with a strong ETag, and the check of the one that a change must name (guarantees R22 and D13). */
public final class Versioned {

    private Versioned() {}

    public static EntityTag tag(long version) {
        return tag(1, version);
    }

    public static EntityTag tag(int epoch, long version) {
        return new EntityTag(epoch + "." + version);
    }

    /** The resource with its tag, or 304 when the caller has it already. */
    public static <T> RestResponse<T> ok(Request request, T body, EntityTag tag) {
        Response.ResponseBuilder unmet = request.evaluatePreconditions(tag);
        if (unmet != null) {
            if (unmet.build().getStatus() != RestResponse.StatusCode.NOT_MODIFIED) {
                throw new PreconditionFailed();
            }
            return RestResponse.ResponseBuilder.<T>create(RestResponse.Status.NOT_MODIFIED)
                    .tag(tag)
                    .build();
        }
        return RestResponse.ResponseBuilder.ok(body).tag(tag).build();
    }

    /** The resource after a change, with its new tag. */
    public static <T> RestResponse<T> changed(T body, EntityTag tag) {
        return RestResponse.ResponseBuilder.ok(body).tag(tag).build();
    }

    /** 201 with the new resource, its tag and where it is. */
    public static <T> RestResponse<T> created(String path, T body, EntityTag tag) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, body)
                .location(URI.create(path))
                .tag(tag)
                .build();
    }

    /** Refuses a change that names no version (428) or not the current one (412). */
    public static void requireMatch(@Nullable String ifMatch, EntityTag current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new PreconditionRequired();
        }
        if (!ifMatch.trim().equals('"' + current.getValue() + '"')) {
            throw new PreconditionFailed();
        }
    }

    /** Refuses (412) a change that lost against another one between reading and writing. */
    public static void requireStored(boolean stored) {
        if (!stored) {
            throw new PreconditionFailed();
        }
    }

    static final class PreconditionRequired extends Refusal {
        private static final long serialVersionUID = 1L;

        PreconditionRequired() {
            super(428, "Send If-Match with the ETag of the version that you read.");
        }
    }

    static final class PreconditionFailed extends Refusal {
        private static final long serialVersionUID = 1L;

        PreconditionFailed() {
            super(412, "It has changed since you read it, or If-Match is not one strong ETag: read it again.");
        }
    }
}
