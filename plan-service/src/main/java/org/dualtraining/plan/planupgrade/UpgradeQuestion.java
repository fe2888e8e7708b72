package org.dualtraining.plan.planupgrade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.dualtraining.kit.problem.Unprocessable;
import org.dualtraining.plan.catalog.PublishedFramework;
import org.dualtraining.plan.catalog.PublishedFrameworks;
import org.dualtraining.plan.catalog.VersionDiff;
import org.dualtraining.plan.catalog.VersionDiffs;
import org.dualtraining.plan.trainingplan.TrainingPlan;
import org.jspecify.annotations.Nullable;

/** Asks the catalog what an upgrade needs to know. Not within a transaction: a slow catalog must not hold connections. */
@ApplicationScoped
class UpgradeQuestion {

    private final PublishedFrameworks frameworks;
    private final VersionDiffs diffs;

    @Inject
    UpgradeQuestion(PublishedFrameworks frameworks, VersionDiffs diffs) {
        this.frameworks = frameworks;
        this.diffs = diffs;
    }

    /**
     * @param number of the newer version, or null for the latest
     * @param pointer where the number stands in the request
     */
    Target ask(TrainingPlan plan, @Nullable Integer number, String pointer) {
        PublishedFramework to = frameworks.get(plan.frameworkId(), number, pointer);
        if (number == null && to.number() < plan.frameworkVersion()) {
            // the plan's own version was retired, and what is left is older
            to = frameworks.get(plan.frameworkId(), plan.frameworkVersion(), pointer);
        }
        if (to.number() < plan.frameworkVersion()) {
            throw new Unprocessable(pointer, "must not be older than the version of the plan");
        }
        VersionDiff diff = to.number() == plan.frameworkVersion()
                ? new VersionDiff(Map.of(), List.of())
                : diffs.between(plan.frameworkId(), plan.frameworkVersion(), to.number());
        return new Target(plan.frameworkVersion(), to, diff);
    }

    /** A newer version, or the plan's own, and how it differs from the plan's own. */
    record Target(int from, PublishedFramework to, VersionDiff diff) {}
}
