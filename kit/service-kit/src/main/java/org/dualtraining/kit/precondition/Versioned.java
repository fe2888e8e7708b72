package org.dualtraining.kit.precondition;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.dualtraining.kit.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Answers with a strong ETag, and the check of the one that a change must name (guarantees R22 and D13). */
public final class Versioned {

    private Versioned() {}

    public static EntityTag tag(int epoch, long version) {
        return new EntityTag(epoch + "." + version);
    }

    /** The resource with its tag, or 304 when the caller has it already. */
    public static Response ok(Request request, Object body, EntityTag tag) {
        Response.ResponseBuilder notModified = request.evaluatePreconditions(tag);
        if (notModified != null) {
            return notModified.tag(tag).build();
        }
        return Response.ok(body).tag(tag).build();
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
