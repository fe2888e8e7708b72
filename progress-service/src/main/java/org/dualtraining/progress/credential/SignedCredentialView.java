package org.dualtraining.progress.credential;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A credential as it travels, and in the clear. */
@Schema(name = "SignedCredential", description = "A credential as it travels, and in the clear")
public record SignedCredentialView(
        @Schema(description = "the credential as a compact JWS (VC-JWT): what a wallet keeps and a verifier checks")
        String credential,

        @Schema(
                description = "the same before signing: an Open Badges 3.0 credential",
                implementation = Object.class,
                type = SchemaType.OBJECT)
        JsonNode decoded,

        CredentialView issued) {}
