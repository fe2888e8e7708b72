package org.dualtraining.progress.dashboard;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dualtraining.progress.dashboard.SummaryView.EligibleCount;
import org.dualtraining.progress.plan.PlanStatus;
import org.jspecify.annotations.Nullable;

/**
 * Takes out the figures in which somebody could be recognised: groups of one to nine, and as many of their neighbours as
 * it takes that a total minus the rest does not show them either. Nobody is recognised in a zero.
 */
final class SmallGroups {

    private static final long LEAST = 10;

    private SmallGroups() {}

    static Figures suppress(Figures all) {
        long apprentices = all.apprentices() == null ? 0 : all.apprentices();
        if (apprentices < LEAST) {
            return new Figures(
                    null,
                    Map.of(),
                    null,
                    all.apprenticesInTraining(),
                    null,
                    null,
                    List.of(),
                    List.of(
                            "/plans",
                            "/plansByStatus",
                            "/apprentices",
                            "/credits",
                            "/averagePercent",
                            "/eligibleByCertification"));
        }
        List<String> suppressed = new ArrayList<>();
        Map<PlanStatus, Long> byStatus = new EnumMap<>(all.plansByStatus());
        for (PlanStatus hidden : hidden(all.plansByStatus())) {
            byStatus.remove(hidden);
            suppressed.add("/plansByStatus/" + hidden);
        }
        List<EligibleCount> certifications = new ArrayList<>();
        for (EligibleCount count : all.eligibleByCertification()) {
            @Nullable Long eligible = count.eligible();
            if (eligible != null && (isSmall(eligible) || isSmall(apprentices - eligible))) {
                suppressed.add("/eligibleByCertification/" + certifications.size() + "/eligible");
                eligible = null;
            }
            certifications.add(new EligibleCount(count.certificationId(), count.name(), eligible));
        }
        // sums and means over a few people are these people's own figures
        boolean areFew = isSmall(all.apprenticesInTraining());
        if (areFew) {
            suppressed.add("/credits");
            suppressed.add("/averagePercent");
        }
        return new Figures(
                all.plans(),
                byStatus,
                all.apprentices(),
                all.apprenticesInTraining(),
                areFew ? null : all.credits(),
                areFew ? null : all.averagePercent(),
                certifications,
                suppressed);
    }

    /** The small groups, and then the smallest others until the hidden ones together are no small group. */
    private static Set<PlanStatus> hidden(Map<PlanStatus, Long> counts) {
        Set<PlanStatus> hidden = EnumSet.noneOf(PlanStatus.class);
        counts.forEach((status, count) -> {
            if (isSmall(count)) {
                hidden.add(status);
            }
        });
        while (!hidden.isEmpty() && (hidden.size() < 2 || sum(counts, hidden) < LEAST)) {
            Optional<PlanStatus> next = counts.entrySet().stream()
                    .filter(group -> !hidden.contains(group.getKey()) && group.getValue() > 0)
                    .min(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey);
            if (next.isEmpty()) {
                break;
            }
            hidden.add(next.get());
        }
        return hidden;
    }

    private static long sum(Map<PlanStatus, Long> counts, Set<PlanStatus> some) {
        return some.stream()
                .mapToLong(status -> counts.getOrDefault(status, 0L))
                .sum();
    }

    private static boolean isSmall(long count) {
        return count > 0 && count < LEAST;
    }
}
