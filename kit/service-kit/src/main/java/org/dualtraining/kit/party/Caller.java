package org.dualtraining.kit.party;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.kit.problem.Forbidden;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who calls, by the token's claims only, never by path, body or header (guarantees D14). A caller with the role
 * {@code agency} sees all parties; every other role sees the one party of its claim.
 */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;
    private final JsonWebToken token;

    @Inject
    public Caller(SecurityIdentity identity, JsonWebToken token) {
        this.identity = identity;
        this.token = token;
    }

    public boolean isAgency() {
        return is(Role.AGENCY);
    }

    public boolean is(String role) {
        return identity.hasRole(role);
    }

    /** The subject of the token: who, for histories and records of disclosure. */
    public String subject() {
        return identity.getPrincipal().getName();
    }

    public UUID providerId() {
        return party("provider_id");
    }

    public UUID employerId() {
        return party("employer_id");
    }

    public UUID apprenticeId() {
        return party("apprentice_id");
    }

    /** The employer that the caller is limited to; empty for an agency, which is limited to none. */
    public Optional<UUID> onlyEmployer() {
        return isAgency() ? Optional.empty() : Optional.of(employerId());
    }

    /** The provider that the caller is limited to; empty for an agency, which is limited to none. */
    public Optional<UUID> onlyProvider() {
        return isAgency() ? Optional.empty() : Optional.of(providerId());
    }

    private UUID party(String claim) {
        Object value = token.getClaim(claim);
        if (value == null) {
            throw new Forbidden("The token carries no " + claim + ", which its role needs.");
        }
        try {
            return UUID.fromString(value.toString());
        } catch (IllegalArgumentException e) {
            throw new Forbidden("The token's " + claim + " is not a UUID.");
        }
    }
}
