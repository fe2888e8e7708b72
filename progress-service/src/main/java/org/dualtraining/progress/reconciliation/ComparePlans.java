package org.dualtraining.progress.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dualtraining.progress.reconciliation.PlanClient.DigestPage;
import org.jspecify.annotations.Nullable;

/** The first look: every plan of either side once. What differs may only be on its way here. */
@ApplicationScoped
class ComparePlans {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    /** So many are looked at again; when more differ, naming these is enough. */
    private static final int MOST_SUSPECTS = 10_000;

    private final PlansThere there;
    private final PlansHere here;

    @Inject
    ComparePlans(PlansThere there, PlansHere here) {
        this.there = there;
        this.here = here;
    }

    /** @param compared is told how many plans were compared, page by page */
    Suspects handle(String token, Compared compared) {
        Set<UUID> suspects = new LinkedHashSet<>();
        UUID after = BEFORE_ALL;
        @Nullable String cursor = null;
        do {
            DigestPage page = there.page(token, cursor);
            List<UUID> ids = page.items().stream().map(PlanDigest::planId).toList();
            UUID last = page.next() == null ? null : ids.get(ids.size() - 1);
            Map<UUID, PlanDigest> known = here.of(ids);
            for (PlanDigest digest : page.items()) {
                if (!Difference.of(digest.planId(), digest, known.get(digest.planId()))
                        .isEmpty()) {
                    suspects.add(digest.planId());
                }
            }
            suspects.addAll(here.between(after, last, ids, MOST_SUSPECTS));
            compared.more(ids.size());
            if (suspects.size() >= MOST_SUSPECTS) {
                return new Suspects(new ArrayList<>(suspects).subList(0, MOST_SUSPECTS), false);
            }
            after = last == null ? after : last;
            cursor = page.next();
        } while (cursor != null);
        return new Suspects(List.copyOf(suspects), true);
    }

    /** @param isAll whether all plans were looked at */
    record Suspects(List<UUID> planIds, boolean isAll) {}

    /** Told after each page. */
    interface Compared {
        void more(int plans);
    }
}
