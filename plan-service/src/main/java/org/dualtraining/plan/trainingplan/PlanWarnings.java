package org.dualtraining.plan.trainingplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dualtraining.plan.catalog.Delivery;
import org.jspecify.annotations.Nullable;

/** Shows plans with what should be looked at in them; one question for any number of plans. */
@ApplicationScoped
public class PlanWarnings {

    private final EvidenceLedger ledger;

    @Inject
    PlanWarnings(EvidenceLedger ledger) {
        this.ledger = ledger;
    }

    public TrainingPlanView view(TrainingPlan plan) {
        return views(List.of(plan)).get(0);
    }

    List<TrainingPlanView> views(Collection<TrainingPlan> plans) {
        List<UUID> prior = plans.stream()
                .flatMap(plan -> plan.lines().stream())
                .filter(PlanWarnings::isUncreditedPrior)
                .map(PlanLine::id)
                .toList();
        Set<UUID> evidenced = prior.isEmpty() ? Set.of() : ledger.withPriorLearning(prior);
        return plans.stream()
                .map(plan -> TrainingPlanView.of(plan, warnings(plan, evidenced)))
                .toList();
    }

    private static List<PlanWarning> warnings(TrainingPlan plan, Set<UUID> evidenced) {
        List<PlanWarning> warnings = new ArrayList<>();
        trainersOfBoth(plan)
                .forEach(lines -> warnings.add(PlanWarning.Code.ONE_TRAINER_FOR_BOTH_DELIVERIES.about(lines)));
        add(
                warnings,
                PlanWarning.Code.PRIOR_WITHOUT_EVIDENCE,
                plan,
                line -> isUncreditedPrior(line) && !evidenced.contains(line.id()));
        if (plan.status() == PlanStatus.ACTIVE) {
            add(
                    warnings,
                    PlanWarning.Code.ANTICIPATED_DATE_MISSING,
                    plan,
                    line -> line.disposition() == Disposition.TRAIN
                            && line.state() != LineState.CREDITED
                            && line.anticipatedCompletionDate() == null);
        }
        return warnings;
    }

    /** The lines of each provider that teaches related instruction and trains on the job. */
    private static List<List<PlanLine>> trainersOfBoth(TrainingPlan plan) {
        Map<UUID, List<PlanLine>> byProvider = new LinkedHashMap<>();
        for (PlanLine line : plan.lines()) {
            @Nullable UUID provider = line.terms().providerId();
            if (provider != null && line.disposition() != Disposition.EXCLUDED) {
                byProvider.computeIfAbsent(provider, any -> new ArrayList<>()).add(line);
            }
        }
        return byProvider.values().stream()
                .filter(lines -> lines.stream()
                        .map(PlanLine::delivery)
                        .collect(Collectors.toSet())
                        .containsAll(EnumSet.allOf(Delivery.class)))
                .toList();
    }

    private static void add(
            List<PlanWarning> warnings, PlanWarning.Code code, TrainingPlan plan, Predicate<PlanLine> isAbout) {
        List<PlanLine> lines = plan.lines().stream().filter(isAbout).toList();
        if (!lines.isEmpty()) {
            warnings.add(code.about(lines));
        }
    }

    private static boolean isUncreditedPrior(PlanLine line) {
        return line.disposition() == Disposition.PRIOR && line.state() != LineState.CREDITED;
    }
}
