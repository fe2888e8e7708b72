package org.dualtraining.plan.print;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/**
 * A document, ready to be sent.
 *
 * @param fileName without its ending; it lands in folders and logs, so it must name nobody
 */
public record Printed(PageFormat format, String fileName, byte[] content) {

    /** Shown by browsers where they can, saved under its name where they cannot. */
    public Response response(Map<String, String> headers) {
        Response.ResponseBuilder answer = Response.ok(this)
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType().toString())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + fileName + "." + format.label() + "\"")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("X-Content-Type-Options", "nosniff");
        headers.forEach(answer::header);
        return answer.build();
    }
}
