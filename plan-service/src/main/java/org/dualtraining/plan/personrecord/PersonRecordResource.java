package org.dualtraining.plan.personrecord;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Set;
import java.util.UUID;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.plan.apprentice.Duplicates;
import org.dualtraining.plan.disclosure.Disclosed;
import org.dualtraining.plan.disclosure.Disclosures;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/apprentices")
@RolesAllowed({Role.AGENCY, Role.APPRENTICE})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "apprentices")
class PersonRecordResource {

    private final PersonRecord personRecord;
    private final Duplicates duplicates;
    private final Disclosures disclosures;
    private final Caller caller;

    @Inject
    PersonRecordResource(PersonRecord personRecord, Duplicates duplicates, Disclosures disclosures, Caller caller) {
        this.personRecord = personRecord;
        this.duplicates = duplicates;
        this.disclosures = disclosures;
        this.caller = caller;
    }

    @GET
    @Path("/{id}/record")
    @Operation(
            summary = "Get everything that is held about an apprentice",
            description =
                    "One JSON document, streamed, offered as a file: the person and what was changed about them, learner"
                            + " ids, plans with lines and history, all completions that were received with their versions and states,"
                            + " sign-offs, prior learning, hours, prior credentials, evidence (withdrawn too), and how often others read it. An"
                            + " apprentice gets their own. A document that does not end in a closing brace was cut off: ask"
                            + " again.")
    @APIResponse(
            responseCode = "200",
            description =
                    "{apprenticeId, writtenAt, persons[], learnerIds[], changes[], trainingPlans[], planHistory[],"
                            + " courseCompletions[],"
                            + " signOffs[], priorLearning[], hours[], priorCredentials[], evidence[], disclosures: {entries, href}}",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    public Response get(@PathParam("id") UUID id) {
        boolean mayBe = caller.isAgency() || caller.apprenticeId().equals(id);
        Set<UUID> persons = mayBe ? duplicates.with(id) : Set.of();
        if (persons.isEmpty()) {
            throw new NotFound("apprentice");
        }
        disclosures.record(persons, Disclosed.RECORD);
        StreamingOutput document = out -> personRecord.write(id, persons, out);
        return Response.ok(document, MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"apprentice-" + id + ".json\"")
                .build();
    }
}
