package org.dualtraining.local;

import java.util.UUID;
import org.dualtraining.testkit.IdentityProvider;
import org.dualtraining.testkit.Tokens;

/** The services as each kind of caller sees them. */
record ApiClients(Ports ports, Tokens tokens) {

    static ApiClients of(Platform platform) {
        return of(platform.ports(), platform.identity());
    }

    static ApiClients of(Ports ports, IdentityProvider identity) {
        return new ApiClients(ports, identity.tokens());
    }

    ApiClient agency(Service service) {
        return new ApiClient(ports.address(service), tokens.agency());
    }

    ApiClient college(UUID providerId) {
        return new ApiClient(ports.address(Service.PLAN), tokens.college(providerId));
    }

    ApiClient employer(Service service, UUID employerId) {
        return new ApiClient(ports.address(service), tokens.employer(employerId));
    }

    ApiClient apprentice(Service service, UUID apprenticeId) {
        return new ApiClient(ports.address(service), tokens.apprentice(apprenticeId));
    }

    ApiClient dashboard() {
        return new ApiClient(ports.address(Service.PROGRESS), tokens.dashboard());
    }
}
