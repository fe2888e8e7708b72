package org.dualtraining.progress.credential;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.dualtraining.kit.precondition.Versioned;
import org.dualtraining.kit.problem.NotFound;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What anybody needs to verify a credential: open to all, and nothing of anybody. */
@Path("/api/v1")
@PermitAll
@Tag(name = "Credentials")
class VerificationResource {

    private static final int KEY_SECONDS = 300;

    private final SigningKeys keys;
    private final StatusLists lists;
    private final CredentialDocuments documents;

    @Inject
    VerificationResource(SigningKeys keys, StatusLists lists, CredentialDocuments documents) {
        this.keys = keys;
        this.lists = lists;
        this.documents = documents;
    }

    @GET
    @Path("/credential-issuer")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Who issues credentials",
            description =
                    "The Open Badges 3.0 Profile of the agency that answers for them. Unless the agency has an id of"
                            + " its own, their `issuer.id` is this address. Without a token.")
    @APIResponse(
            responseCode = "200",
            description = "the profile",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "304", description = "unchanged since If-None-Match")
    public Response issuer(@Context Request request) {
        ObjectNode profile = documents.issuer();
        return answer(request, profile, new EntityTag(Integer.toHexString(profile.hashCode())), KEY_SECONDS);
    }

    @GET
    @Path("/credential-keys")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The public keys that verify credentials",
            description = "A JSON Web Key Set (RFC 7517), the key that signs now first. Without a token.")
    @APIResponse(
            responseCode = "200",
            description = "the key set",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "304", description = "unchanged since If-None-Match")
    public Response keys(@Context Request request) {
        Map<String, Object> set = Map.of("keys", keys.publicKeys());
        return answer(
                request,
                set,
                new EntityTag(keys.signingId() + "." + keys.publicKeys().size()),
                KEY_SECONDS);
    }

    @GET
    @Path("/credential-keys/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "One public key",
            description =
                    "A JSON Web Key (RFC 7517): what the `kid` of a credential is the address of. Without a token.")
    @APIResponse(
            responseCode = "200",
            description = "the key",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "304", description = "unchanged since If-None-Match")
    @APIResponse(responseCode = "404", description = "no such key, or one that is not trusted any more")
    public Response key(@PathParam("id") String id, @Context Request request) {
        Map<String, Object> key = keys.publicKey(id).orElseThrow(() -> new NotFound("key"));
        return answer(request, key, new EntityTag(id), KEY_SECONDS);
    }

    @GET
    @Path("/credential-status/{list}")
    @Produces(CredentialResource.VC_JWT)
    @Operation(
            summary = "Which credentials are revoked",
            description = "A W3C Bitstring Status List credential, signed as VC-JWT: of 131,072 places, the bits of the"
                    + " revoked credentials are set. A place says nothing of who holds the credential. Without a token;"
                    + " may be kept for 60 seconds.")
    @APIResponse(
            responseCode = "200",
            description = "the list",
            content = @Content(mediaType = CredentialResource.VC_JWT, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "unchanged since If-None-Match")
    @APIResponse(responseCode = "404", description = "no such list")
    public Response status(@PathParam("list") int list, @Context Request request) {
        StatusLists.Published published = lists.current(list).orElseThrow(() -> new NotFound("status list"));
        return answer(request, published.credential(), published.tag(), CredentialDocuments.STATUS_SECONDS);
    }

    /** For anybody's cache, and for verifiers that run in a browser. */
    private static Response answer(Request request, Object body, EntityTag tag, int seconds) {
        Response answer = Versioned.ok(request, body, tag).toResponse();
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "public, max-age=" + seconds);
        answer.getHeaders().putSingle("Access-Control-Allow-Origin", "*");
        return answer;
    }
}
