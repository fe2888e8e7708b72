package org.dualtraining.local;

import java.util.UUID;
import org.dualtraining.testkit.IdentityProvider;
import org.dualtraining.testkit.Tokens;

/** The services as each kind of caller sees them. */
public record ApiClients(Ports ports, Tokens tokens, ApiClient.Exchange exchange) {

    public static ApiClients of(Platform platform) {
        return of(platform.ports(), platform.identity());
    }

    public static ApiClients of(Ports ports, IdentityProvider identity) {
        return new ApiClients(ports, identity.tokens(), ApiClient.Exchange.overHttp());
    }

    public ApiClient agency(Service service) {
        return new ApiClient(ports.address(service), tokens.agency(), exchange);
    }

    public ApiClient college(UUID providerId) {
        return new ApiClient(ports.address(Service.PLAN), tokens.college(providerId), exchange);
    }

    public ApiClient employer(Service service, UUID employerId) {
        return new ApiClient(ports.address(service), tokens.employer(employerId), exchange);
    }

    public ApiClient apprentice(Service service, UUID apprenticeId) {
        return new ApiClient(ports.address(service), tokens.apprentice(apprenticeId), exchange);
    }

    public ApiClient dashboard() {
        return new ApiClient(ports.address(Service.PROGRESS), tokens.dashboard(), exchange);
    }

    public ApiClients through(ApiClient.Exchange other) {
        return new ApiClients(ports, tokens, other);
    }
}
