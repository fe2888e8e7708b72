package org.dualtraining.progress.dashboard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.dualtraining.progress.plan.PlanStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a report tells of a group of plans. Cancelled ones are in their status only.
 *
 * @param suppressed names of the figures that were taken out
 */
record Figures(
        @Nullable Long apprentices,
        @Nullable Long plans,
        Map<PlanStatus, Long> plansByStatus,
        @Nullable Long lines,
        @Nullable Long credits,
        @Nullable BigDecimal averagePercent,
        List<String> suppressed) {

    /** Plans in force or done; one that is drafted, proposed or cancelled says nothing about training. */
    static final Set<PlanStatus> AVERAGED = EnumSet.of(PlanStatus.ACTIVE, PlanStatus.SUSPENDED, PlanStatus.COMPLETED);

    static final List<String> NAMES =
            List.of("apprentices", "plans", "plansByStatus", "lines", "credits", "averagePercent");

    static final Figures NONE_SHOWN = new Figures(null, null, Map.of(), null, null, null, NAMES);

    /** @param isOfProvider of one provider's lines, of which a plan's progress is not known */
    static Figures of(Collection<PlanRow> rows, boolean isOfProvider) {
        Map<PlanStatus, Long> byStatus = new EnumMap<>(PlanStatus.class);
        for (PlanStatus status : PlanStatus.values()) {
            byStatus.put(status, 0L);
        }
        rows.forEach(row -> byStatus.merge(row.status(), row.plans(), Long::sum));
        List<PlanRow> counted = rows.stream().filter(row -> !row.isCancelled()).toList();
        List<PlanRow> averaged =
                counted.stream().filter(row -> AVERAGED.contains(row.status())).toList();
        return new Figures(
                sum(counted.stream().filter(PlanRow::primary).toList(), PlanRow::plans),
                sum(counted, PlanRow::plans),
                byStatus,
                sum(counted, PlanRow::lines),
                sum(counted, PlanRow::credited),
                isOfProvider ? null : average(sum(averaged, PlanRow::millionths), sum(averaged, PlanRow::plans)),
                List.of());
    }

    private static @Nullable BigDecimal average(long millionths, long plans) {
        return plans == 0
                ? null
                : BigDecimal.valueOf(millionths).divide(BigDecimal.valueOf(plans * 10_000L), 1, RoundingMode.HALF_UP);
    }

    static long sum(Collection<PlanRow> rows, ToLongFunction<PlanRow> number) {
        return rows.stream().mapToLong(number).sum();
    }
}
