package org.dualtraining.progress.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.dualtraining.progress.reconciliation.PlanClient.DigestPage;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Plans as plan-service says them. */
@ApplicationScoped
class PlansThere {

    private static final int PAGE = 200;
    private static final int MOST_NAMED = 50;

    private final PlanClient client;

    @Inject
    PlansThere(@RestClient PlanClient client) {
        this.client = client;
    }

    DigestPage page(String token, @Nullable String cursor) {
        return ask(() -> client.page(bearer(token), PAGE, cursor));
    }

    /** Those of the plans that there are. */
    Map<UUID, PlanDigest> of(String token, List<UUID> planIds) {
        Map<UUID, PlanDigest> digests = new LinkedHashMap<>();
        for (int from = 0; from < planIds.size(); from += MOST_NAMED) {
            List<UUID> named = new ArrayList<>(planIds.subList(from, Math.min(from + MOST_NAMED, planIds.size())));
            ask(() -> client.of(bearer(token), named)).items().forEach(digest -> digests.put(digest.planId(), digest));
        }
        return digests;
    }

    private static String bearer(String token) {
        return "Bearer " + token;
    }

    private static DigestPage ask(Supplier<DigestPage> question) {
        try {
            return question.get();
        } catch (WebApplicationException refused) {
            int status = refused.getResponse().getStatus();
            throw new ReconciliationStops(
                    status == 401 || status == 403
                            ? "plan-service does not take the token, which may have expired on the way"
                            : "plan-service answered " + status);
        } catch (ProcessingException unreachable) {
            throw new ReconciliationStops("plan-service cannot be reached");
        }
    }
}
