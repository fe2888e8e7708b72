package org.dualtraining.testkit.canary.endpoints.hidden;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/hidden")
@RolesAllowed("agency")
class HiddenResource {

    @GET
    String get() {
        return "hidden";
    }
}
