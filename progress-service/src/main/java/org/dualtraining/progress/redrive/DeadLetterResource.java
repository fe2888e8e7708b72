package org.dualtraining.progress.redrive;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.page.Page;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.problem.Malformed;
import org.dualtraining.kit.query.QueryFlag;
import org.dualtraining.progress.event.DeadLetterClass;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/admin")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.AGENCY)
@Tag(name = "Operations")
class DeadLetterResource {

    private final Letters letters;
    private final RedriveDeadLetters redrive;

    @Inject
    DeadLetterResource(Letters letters, RedriveDeadLetters redrive) {
        this.letters = letters;
        this.redrive = redrive;
    }

    @GET
    @Path("/dead-letters")
    @Operation(
            summary = "Records that could not be applied",
            description = "The newest first: where each lies in Kafka, and why. Nothing of its content.")
    @APIResponse(responseCode = "200", description = "one page")
    @APIResponse(responseCode = "400", description = "a query parameter cannot be read")
    public Page<DeadLetterView> deadLetters(
            @Parameter(
                            description = "only those of one class",
                            schema = @Schema(implementation = DeadLetterClass.class))
                    @QueryParam("class")
                    @Nullable
                    String deadLetterClass,
            @Parameter(description = "only those of one topic") @QueryParam("topic") @Nullable String topic,
            @Parameter(
                            description =
                                    "`true`: only those that came to something; `false`: only those that are dead letters")
                    @QueryParam("redriven")
                    @Nullable
                    String redriven,
            @BeanParam PageRequest page) {
        Letters.Choice choice = new Letters.Choice(
                deadLetterClass == null ? null : classNamed(deadLetterClass),
                topic,
                QueryFlag.of("redriven", redriven));
        List<DeadLetterView> rows = letters.list(choice, page.beforeId(), page.rows());
        return Page.of(rows, page, row -> row.id().toString());
    }

    @GET
    @Path("/dead-letters/{id}")
    @Operation(summary = "A record that could not be applied", description = "Where it lies in Kafka, and why.")
    @APIResponse(responseCode = "200", description = "the letter")
    @APIResponse(responseCode = "404", description = "there is none with this id")
    public DeadLetterView deadLetter(@PathParam("id") UUID id) {
        return letters.find(id);
    }

    @POST
    @Path("/dead-letters/{id}/redrive")
    @Operation(
            summary = "Read a dead letter again and let it take effect",
            description =
                    "The record is read from its topic, partition and offset and takes the way of every record. What it"
                            + " came to is kept with the letter; refused again, it stays a dead letter with the new reason."
                            + " Sent twice, it takes effect once and answers the same.")
    @APIResponse(responseCode = "200", description = "what it came to")
    @APIResponse(responseCode = "404", description = "there is none with this id")
    @APIResponse(responseCode = "409", description = "a rebuild is running, which takes every record in again")
    @APIResponse(responseCode = "410", description = "Kafka does not hold the record any more")
    @APIResponse(responseCode = "503", description = "Kafka cannot be read at the moment; see Retry-After")
    public RedriveResult redrive(
            @PathParam("id") UUID id,
            @Parameter(description = "`true`: say what would happen, and change nothing")
                    @QueryParam("dryRun")
                    @Nullable
                    String dryRun) {
        return redrive.one(id, QueryFlag.isTrue("dryRun", dryRun));
    }

    @POST
    @Path("/dead-letters/redrive")
    @Operation(
            summary = "Redrive many dead letters",
            description =
                    "Those of a class, of a topic, of both, or all that are dead letters still: the oldest first, at most 200"
                            + " and for at most 15 seconds. When `hasMore`, call again. In a dry run each is tried on its own,"
                            + " without the effect of those before it.")
    @APIResponse(responseCode = "200", description = "what each came to")
    @APIResponse(responseCode = "400", description = "the body or the query cannot be read")
    @APIResponse(responseCode = "409", description = "a rebuild is running, which takes every record in again")
    @APIResponse(responseCode = "503", description = "Kafka cannot be read at the moment; see Retry-After")
    public RedriveReport redriveMany(
            @NotNull @Valid RedriveInput input,
            @Parameter(description = "`true`: say what would happen, and change nothing")
                    @QueryParam("dryRun")
                    @Nullable
                    String dryRun) {
        Letters.Choice choice = new Letters.Choice(input.deadLetterClass(), input.topic(), false);
        return redrive.many(choice, QueryFlag.isTrue("dryRun", dryRun));
    }

    private static DeadLetterClass classNamed(String name) {
        return Arrays.stream(DeadLetterClass.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new Malformed("class", "must be one of " + Arrays.toString(DeadLetterClass.values())));
    }
}
