package org.dualtraining.progress.dashboard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.dualtraining.progress.dashboard.SummaryView.EligibleCount;
import org.dualtraining.progress.plan.PlanStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a dashboard shows, before it is decided who may see it.
 *
 * @param apprenticesInTraining how many people the credits and the average are about; never shown
 * @param suppressed JSON pointers of the figures that were taken out
 */
record Figures(
        @Nullable Long plans,
        Map<PlanStatus, Long> plansByStatus,
        @Nullable Long apprentices,
        long apprenticesInTraining,
        @Nullable Long credits,
        @Nullable BigDecimal averagePercent,
        List<EligibleCount> eligibleByCertification,
        List<String> suppressed) {}
