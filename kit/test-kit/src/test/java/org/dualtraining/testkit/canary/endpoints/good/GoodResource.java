package org.dualtraining.testkit.canary.endpoints.good;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/good")
class GoodResource {

    private final String answer = "good";

    @GET
    @RolesAllowed("agency")
    public String get() {
        return answer;
    }
}
