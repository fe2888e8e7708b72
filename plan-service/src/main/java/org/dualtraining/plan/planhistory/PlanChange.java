package org.dualtraining.plan.planhistory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One decision about a plan, to be written into its history.
 *
 * @param planVersion the version of the plan after it
 * @param lineId the one line that it is about
 * @param what one sentence for people, without names of persons
 * @param before the members that changed, as they were
 * @param after the same members as they are now
 * @param why in the words of whoever decided
 */
public record PlanChange(
        UUID planId,
        long planVersion,
        ChangeKind kind,
        @Nullable UUID lineId,
        String what,
        @Nullable JsonNode before,
        @Nullable JsonNode after,
        @Nullable String why) {

    /** A change of the plan as a whole. */
    public static PlanChange of(UUID planId, long planVersion, ChangeKind kind, String what, @Nullable String why) {
        return new PlanChange(planId, planVersion, kind, null, what, null, null, why);
    }

    public PlanChange ofLine(UUID line) {
        return new PlanChange(planId, planVersion, kind, line, what, before, after, why);
    }

    public PlanChange from(JsonNode was, JsonNode is) {
        return new PlanChange(planId, planVersion, kind, lineId, what, was, is, why);
    }
}
