package org.dualtraining.plan.template;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.kit.problem.Refusal;
import org.dualtraining.kit.problem.Unprocessable;
import org.dualtraining.plan.apprentice.Apprentice;
import org.dualtraining.plan.apprentice.Apprentices;
import org.dualtraining.plan.catalog.PublishedFramework;
import org.dualtraining.plan.catalog.PublishedFrameworks;
import org.dualtraining.plan.template.CohortReport.Item;
import org.dualtraining.plan.trainingplan.MakeTrainingPlans;
import org.dualtraining.plan.trainingplan.PlanStatus;
import org.dualtraining.plan.trainingplan.TrainingPlan;

/** Makes a plan of a template for each apprentice of a cohort, in chunks: one transaction and few statements for each. */
@ApplicationScoped
class MakeCohort {

    /** Lines that one transaction writes, roughly: some tenths of a second. */
    private static final int LINES_AT_ONCE = 1_500;

    private final MakeTrainingPlans make;
    private final Apprentices apprentices;
    private final PublishedFrameworks frameworks;
    private final Caller caller;

    @Inject
    MakeCohort(MakeTrainingPlans make, Apprentices apprentices, PublishedFrameworks frameworks, Caller caller) {
        this.make = make;
        this.apprentices = apprentices;
        this.frameworks = frameworks;
        this.caller = caller;
    }

    CohortReport handle(PlanTemplate template, CohortInput input, boolean dryRun) {
        requireSensibleStart(input);
        PublishedFramework framework = frameworks.get(template.frameworkId(), template.frameworkVersion());
        PlanOfTemplate plans = new PlanOfTemplate(template, framework, input.startsOn(), status(input));
        List<UUID> asked = input.apprenticeIds().stream().distinct().toList();
        Map<UUID, Item> outcomes = new HashMap<>();
        int atOnce = Math.max(1, LINES_AT_ONCE / template.lines().size());
        for (int from = 0; from < asked.size(); from += atOnce) {
            List<UUID> chunk = asked.subList(from, Math.min(asked.size(), from + atOnce));
            outcomes.putAll(QuarkusTransaction.requiringNew().call(() -> makeChunk(plans, chunk, dryRun)));
        }
        return CohortReport.of(dryRun, inOrder(input.apprenticeIds(), outcomes));
    }

    private PlanStatus status(CohortInput input) {
        if (!Boolean.TRUE.equals(input.activate())) {
            return PlanStatus.DRAFT;
        }
        return caller.isAgency() ? PlanStatus.ACTIVE : PlanStatus.PROPOSED;
    }

    private Map<UUID, Item> makeChunk(PlanOfTemplate plans, List<UUID> chunk, boolean dryRun) {
        Map<UUID, Apprentice> known = lock(chunk);
        Map<UUID, UUID> open = make.openPlans(known.keySet(), plans.framework().occupationId());
        Map<UUID, Item> outcomes = new HashMap<>();
        List<TrainingPlan> made = new ArrayList<>();
        for (UUID id : chunk) {
            try {
                TrainingPlan plan = plan(plans, Optional.ofNullable(known.get(id)), open.containsKey(id));
                made.add(plan);
                outcomes.put(id, Item.created(id, dryRun ? null : plan.id()));
            } catch (Refusal refusal) {
                outcomes.put(id, Item.refused(id, open.get(id), refusal));
            }
        }
        if (!dryRun && !made.isEmpty()) {
            make.handle(made, plans.origin());
        }
        return outcomes;
    }

    private static TrainingPlan plan(PlanOfTemplate plans, Optional<Apprentice> known, boolean hasOpenPlan) {
        Apprentice apprentice = known.orElseThrow(() -> new NotFound("apprentice"));
        apprentice.requireOpen();
        plans.requireFor(apprentice.employerId());
        if (hasOpenPlan) {
            throw new ApprenticeHasOpenPlanForOccupation();
        }
        return plans.planFor(apprentice.id(), apprentice.employerId());
    }

    /** Locked, so that the same cohort sent twice at once makes one plan each; never what belongs to somebody else. */
    private Map<UUID, Apprentice> lock(List<UUID> chunk) {
        List<UUID> own = apprentices.findAll(chunk).stream()
                .filter(this::isOwn)
                .map(Apprentice::id)
                .toList();
        return apprentices.lock(own).stream()
                .filter(this::isOwn)
                .collect(Collectors.toMap(Apprentice::id, Function.identity()));
    }

    private boolean isOwn(Apprentice apprentice) {
        return caller.onlyEmployer().map(apprentice.employerId()::equals).orElse(true);
    }

    private static List<Item> inOrder(List<UUID> asked, Map<UUID, Item> outcomes) {
        return IntStream.range(0, asked.size())
                .mapToObj(place -> {
                    UUID apprentice = asked.get(place);
                    int first = asked.indexOf(apprentice);
                    return first == place
                            ? outcomes.get(apprentice)
                            : Item.refused(apprentice, null, new ApprenticeIsNamedTwice(place, first));
                })
                .toList();
    }

    /** Far enough from the ends of the calendar for every period of a template. */
    private static void requireSensibleStart(CohortInput input) {
        int year = input.startsOn().getYear();
        if (year < 2000 || year > 2100) {
            throw new Unprocessable("/startsOn", "must be a date from 2000-01-01 to 2100-12-31");
        }
    }
}
