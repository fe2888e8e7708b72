package org.dualtraining.plan.disclosure;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.party.Role;
import org.jspecify.annotations.Nullable;

/** Who reads, in which role, for which party and why. */
@ApplicationScoped
class Reader {

    static final String PURPOSE = "Purpose";

    private final Caller caller;
    private final CurrentVertxRequest request;

    @Inject
    Reader(Caller caller, CurrentVertxRequest request) {
        this.caller = caller;
        this.request = request;
    }

    /** Somebody with no other role than the apprentice's own: they see nobody else's data. */
    boolean isThePerson() {
        return !caller.isAgency() && !caller.is(Role.EMPLOYER) && !caller.is(Role.COLLEGE);
    }

    String subject() {
        return caller.subject();
    }

    String role() {
        if (caller.isAgency()) {
            return Role.AGENCY;
        }
        return caller.is(Role.EMPLOYER) ? Role.EMPLOYER : Role.COLLEGE;
    }

    Optional<UUID> party() {
        return switch (role()) {
            case Role.AGENCY -> Optional.empty();
            case Role.EMPLOYER -> Optional.of(caller.employerId());
            default -> Optional.of(caller.providerId());
        };
    }

    /** As the request says, which {@link PurposeFilter} has looked at, or what the role is there for. */
    String purpose() {
        @Nullable String said = request.getCurrent().request().getHeader(PURPOSE);
        if (said == null) {
            return switch (role()) {
                case Role.AGENCY -> "administration of the programme";
                case Role.EMPLOYER -> "training of the employer's apprentice";
                default -> "check of what the college reported";
            };
        }
        return said.trim();
    }
}
