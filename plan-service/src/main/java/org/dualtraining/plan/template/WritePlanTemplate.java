package org.dualtraining.plan.template;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.kit.problem.Unprocessable;
import org.dualtraining.plan.catalog.PublishedFramework;
import org.dualtraining.plan.catalog.PublishedFrameworks;
import org.dualtraining.plan.party.Employers;
import org.dualtraining.plan.trainingplan.NewPlanLines;
import org.dualtraining.plan.trainingplan.PlanLine;
import org.dualtraining.plan.trainingplan.TrainingPlan;
import org.dualtraining.plan.trainingplan.VisiblePlans;
import org.jspecify.annotations.Nullable;

/** Makes a template from what is asked: of a framework version, or of a plan. May ask the catalog. */
@ApplicationScoped
class WritePlanTemplate {

    private final PublishedFrameworks frameworks;
    private final NewPlanLines newLines;
    private final VisiblePlans plans;
    private final Employers employers;
    private final Caller caller;

    @Inject
    WritePlanTemplate(
            PublishedFrameworks frameworks,
            NewPlanLines newLines,
            VisiblePlans plans,
            Employers employers,
            Caller caller) {
        this.frameworks = frameworks;
        this.newLines = newLines;
        this.plans = plans;
        this.employers = employers;
        this.caller = caller;
    }

    PlanTemplate handle(UUID id, PlanTemplateInput input, long version) {
        @Nullable UUID employer = owner(input.employerId());
        PlanTemplate template = input.fromPlanId() == null
                ? ofFramework(id, input, employer, version)
                : ofPlan(id, input, input.fromPlanId(), employer, version);
        if (template.lines().isEmpty()) {
            throw new Unprocessable(
                    input.fromPlanId() == null ? "/frameworkId" : "/fromPlanId",
                    "must have at least one competency of the framework version");
        }
        return template;
    }

    /** An employer that names another one hears the same as if that one did not exist. */
    private @Nullable UUID owner(@Nullable UUID named) {
        Optional<UUID> own = caller.onlyEmployer();
        boolean isRight = named == null
                || own.map(named::equals).orElseGet(() -> employers.find(named).isPresent());
        if (!isRight) {
            throw new Unprocessable("/employerId", "must be the id of an employer that you may act for");
        }
        return own.orElse(named);
    }

    private PlanTemplate ofFramework(UUID id, PlanTemplateInput input, @Nullable UUID employer, long version) {
        if (input.startedOn() != null) {
            throw new Unprocessable("/startedOn", "goes with fromPlanId only");
        }
        UUID frameworkId = required("/frameworkId", input.frameworkId());
        UUID target = required("/targetCertificationId", input.targetCertificationId());
        PublishedFramework framework = frameworks.get(frameworkId, input.frameworkVersion());
        if (!framework.certificationIds().contains(target)) {
            throw new Unprocessable("/targetCertificationId", "must be one of the framework's certifications");
        }
        return new PlanTemplate(
                id, input.name(), frameworkId, framework.number(), target, employer, lines(framework, input), version);
    }

    private List<TemplateLine> lines(PublishedFramework framework, PlanTemplateInput input) {
        @Nullable List<TemplateLine> given = input.lines();
        List<PlanLine> lines = newLines.of(
                framework.id(),
                framework,
                given == null
                        ? null
                        : given.stream().map(TemplateLine::asPlanLine).toList());
        List<TemplateLine> complete = new ArrayList<>();
        for (PlanLine line : lines) {
            @Nullable TemplateLine asked = given == null ? null : given.get(complete.size());
            if (asked != null && !asked.hasSensiblePeriod()) {
                throw new Unprocessable(
                        "/lines/" + complete.size() + "/completedAfter", "must be a period from P0D to P10Y");
            }
            complete.add(TemplateLine.of(line, asked == null ? null : asked.completedAfter()));
        }
        return complete;
    }

    private PlanTemplate ofPlan(UUID id, PlanTemplateInput input, UUID planId, @Nullable UUID employer, long version) {
        boolean saysMore = Stream.of(
                        input.frameworkId(), input.frameworkVersion(), input.targetCertificationId(), input.lines())
                .anyMatch(member -> member != null);
        if (saysMore) {
            throw new Unprocessable(
                    "/fromPlanId", "must come without frameworkId, frameworkVersion, targetCertificationId and lines");
        }
        LocalDate start = required("/startedOn", input.startedOn());
        TrainingPlan plan = visible(planId);
        PublishedFramework framework = frameworks.get(plan.frameworkId(), plan.frameworkVersion());
        return new PlanTemplate(
                id,
                input.name(),
                plan.frameworkId(),
                plan.frameworkVersion(),
                plan.targetCertificationId(),
                employer,
                plan.lines().stream()
                        .filter(line ->
                                framework.competency(line.competencyId()).isPresent())
                        .map(line -> TemplateLine.trained(line, period(start, line)))
                        .toList(),
                version);
    }

    private TrainingPlan visible(UUID planId) {
        try {
            return plans.get(planId);
        } catch (NotFound unknown) {
            throw new Unprocessable("/fromPlanId", "must be the id of a plan that you may see");
        }
    }

    /** What was to be done before the start has no place in time. */
    private static @Nullable Period period(LocalDate start, PlanLine line) {
        @Nullable LocalDate day = line.terms().anticipatedCompletionDate();
        return day == null || day.isBefore(start) ? null : start.until(day);
    }

    private static <T> T required(String pointer, @Nullable T member) {
        if (member == null) {
            throw new Unprocessable(pointer, "must be given");
        }
        return member;
    }
}
