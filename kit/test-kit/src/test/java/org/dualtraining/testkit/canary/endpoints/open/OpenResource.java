package org.dualtraining.testkit.canary.endpoints.open;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/open")
class OpenResource {

    @GET
    public String get() {
        return "open";
    }
}
