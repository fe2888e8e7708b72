package org.dualtraining.progress.reconciliation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** plan-service's API, with the token of whoever asked. */
@RegisterRestClient(configKey = "plan")
@Path("/api/v1/training-plans/digests")
interface PlanClient {

    @GET
    DigestPage page(
            @HeaderParam("Authorization") String bearer,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") @Nullable String cursor);

    @GET
    DigestPage of(@HeaderParam("Authorization") String bearer, @QueryParam("plan") List<UUID> plans);

    @JsonIgnoreProperties(ignoreUnknown = true)
    record DigestPage(List<PlanDigest> items, @Nullable String next) {}
}
