package org.dualtraining.plan.completionstream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.party.Role;
import org.dualtraining.plan.completion.CompletionReceipt;
import org.dualtraining.plan.completion.CourseCompletionInput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/course-completions")
@RolesAllowed({Role.COLLEGE, Role.AGENCY})
@Tag(name = "course completions")
class CompletionStreamResource {

    private static final Logger LOG = Logger.getLogger(CompletionStreamResource.class);
    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";

    private final StreamCompletions stream;
    private final StreamPlaces places;
    private final ObjectMapper json;
    private final Caller caller;
    private final RoutingContext request;

    @Inject
    CompletionStreamResource(
            StreamCompletions stream, StreamPlaces places, ObjectMapper json, Caller caller, RoutingContext request) {
        this.stream = stream;
        this.places = places;
        this.json = json;
        this.caller = caller;
        this.request = request;
    }

    @POST
    @Path("/stream")
    @Consumes(MediaType.WILDCARD)
    @Produces(NDJSON)
    @Operation(
            summary = "Record any number of course completions",
            description =
                    "Sends a receipt per row, in the order of the rows, one JSON object in each line, while the rows"
                            + " are read. A row is stored when its receipt comes; a wrong row stops no other. The whole file again"
                            + " changes nothing: rows that are there are DUPLICATE. NDJSON has one course completion in each line."
                            + " CSV has a header with the members' names in any order, read without regard to case, blanks and"
                            + " underscores, parted by commas, semicolons or tabs; blank cells are absent members. Both are UTF-8, a"
                            + " line has at most 16 KiB, lines without any value are no rows. 422 when the header does not fit; 429 with"
                            + " Retry-After when the party has four streams at work. An answer that breaks off instead of ending"
                            + " was cut short: send the file again.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = NDJSON,
                        schema = @Schema(implementation = CourseCompletionInput.class),
                        example =
                                "{\"learnerId\":\"S0012345\",\"courseCode\":\"HIMC1110\",\"completedOn\":\"2026-05-15\","
                                        + "\"grade\":\"B+\",\"sourceRecordId\":\"2026SP-4711\"}"),
                @Content(
                        mediaType = CSV,
                        schema = @Schema(implementation = String.class),
                        example = "learnerId,courseCode,completedOn,grade,sourceRecordId,sourceRecordVersion\n"
                                + "S0012345,HIMC1110,2026-05-15,B+,2026SP-4711,1")
            })
    @APIResponse(
            responseCode = "200",
            description = "a receipt per row, while the rows are read",
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = CompletionReceipt.class)))
    public Response stream(@HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable MediaType type, InputStream body)
            throws IOException {
        String party = caller.isAgency() ? "agency" : caller.providerId().toString();
        Lines lines = new Lines(new ArrivingBody(body, request.request()), charset(type));
        HttpServerResponse response = request.response();
        StreamingOutput receipts = out -> {
            try (StreamPlaces.Place place = places.take(party);
                    Spool spool = Spool.open()) {
                Rows rows = is(CSV, type) ? CsvRows.open(lines) : new NdjsonRows(lines, json);
                stream.handle(lines, rows, new ReceiptStream(out, response, json.writer(), spool));
            } catch (IOException gone) {
                breakOff(response, gone);
            } catch (RuntimeException fault) {
                if (!response.headWritten()) {
                    throw fault;
                }
                breakOff(response, fault);
            }
        };
        return Response.ok(receipts, NDJSON).build();
    }

    /** An answer that ends as if it were whole would hide the rows without a receipt. */
    private static void breakOff(HttpServerResponse response, Exception fault) {
        LOG.warnf("stream of completions broke off cause=%s", fault.getClass().getName());
        response.reset();
    }

    /** Of CSV those that end lines with the bytes of ASCII, and that spreadsheets write; JSON is UTF-8 whatever is said. */
    private static Charset charset(@Nullable MediaType type) {
        if (is(NDJSON, type)) {
            return StandardCharsets.UTF_8;
        }
        if (type == null || !is(CSV, type)) {
            throw new NotSupportedException();
        }
        String name = type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "utf-8");
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "utf-8", "us-ascii" -> StandardCharsets.UTF_8;
            case "iso-8859-1" -> StandardCharsets.ISO_8859_1;
            case "windows-1252" -> Charset.forName("windows-1252");
            default -> throw new NotSupportedException();
        };
    }

    private static boolean is(String name, @Nullable MediaType type) {
        return type != null && name.equalsIgnoreCase(type.getType() + "/" + type.getSubtype());
    }
}
