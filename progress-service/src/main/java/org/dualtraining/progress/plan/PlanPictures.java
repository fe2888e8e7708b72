package org.dualtraining.progress.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.dualtraining.progress.plan.PlanMove.LineMove;

/**
 * All plans of some apprentices with all their lines, before and after something that may have changed any of them: a
 * snapshot moves lines, and with them at which plan an apprentice counts.
 */
@ApplicationScoped
public class PlanPictures {

    private final PlanStates states;
    private final PlanLines lines;

    @Inject
    PlanPictures(PlanStates states, PlanLines lines) {
        this.states = states;
        this.lines = lines;
    }

    public Pictures of(Collection<UUID> apprenticeIds) {
        Map<UUID, PlanState> plans = states.ofApprentices(apprenticeIds);
        return new Pictures(plans, plans.isEmpty() ? Map.of() : lines.of(plans.keySet()));
    }

    /** Plans and their lines at one time. */
    public record Pictures(Map<UUID, PlanState> plans, Map<UUID, Map<UUID, PlanLine>> lines) {

        /**
         * What happened since, with the counts of the later picture made anew from its lines.
         *
         * @param touched plans that are moved even when nothing that counts has changed
         */
        public List<PlanMove> movesTo(Pictures later, Set<UUID> touched) {
            List<PlanMove> moves = new ArrayList<>();
            later.plans.forEach((planId, plan) -> {
                Map<UUID, PlanLine> before = lines.getOrDefault(planId, Map.of());
                Map<UUID, PlanLine> after = later.lines.getOrDefault(planId, Map.of());
                PlanState was = plans.get(planId);
                PlanState is = plan.counting(after.values());
                if (touched.contains(planId) || !is.equals(was) || !before.equals(after)) {
                    moves.add(new PlanMove(was, is, moves(before, after)));
                }
            });
            return moves;
        }

        private static List<LineMove> moves(Map<UUID, PlanLine> before, Map<UUID, PlanLine> after) {
            Map<UUID, PlanLine> all = new HashMap<>(before);
            all.putAll(after);
            return new TreeSet<>(all.keySet())
                    .stream()
                            .map(competency -> new LineMove(before.get(competency), after.get(competency)))
                            .toList();
        }
    }
}
