package org.dualtraining.plan.hours;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.kit.precondition.Versioned;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.kit.problem.Unprocessable;
import org.dualtraining.plan.apprentice.Apprentices;
import org.dualtraining.plan.catalog.Delivery;
import org.dualtraining.plan.planhistory.ChangeKind;
import org.dualtraining.plan.planhistory.PlanChange;
import org.dualtraining.plan.planhistory.PlanHistory;
import org.dualtraining.plan.trainingplan.PlanIsClosed;
import org.dualtraining.plan.trainingplan.PlanStatus;
import org.dualtraining.plan.trainingplan.RestateTrainingPlans;
import org.dualtraining.plan.trainingplan.TrainingPlan;
import org.dualtraining.plan.trainingplan.VisiblePlans;
import org.jspecify.annotations.Nullable;

/** States the hours of a month, states them anew and takes the statement back; the plan's history tells what they were. */
@ApplicationScoped
class StateHours {

    private final VisiblePlans plans;
    private final Apprentices apprentices;
    private final HoursOfPlans hours;
    private final RestateTrainingPlans restate;
    private final PlanHistory history;
    private final Clock clock;

    @Inject
    StateHours(
            VisiblePlans plans,
            Apprentices apprentices,
            HoursOfPlans hours,
            RestateTrainingPlans restate,
            PlanHistory history,
            Clock clock) {
        this.plans = plans;
        this.apprentices = apprentices;
        this.hours = hours;
        this.restate = restate;
        this.history = history;
        this.clock = clock;
    }

    @Transactional
    Stated handle(UUID planId, Delivery delivery, String monthText, @Nullable String ifMatch, int stated) {
        TrainingPlan plan = plans.lock(planId);
        YearMonth month = Months.read(monthText, LocalDate.now(clock));
        Optional<StatedHours> before = hours.find(planId, delivery, month);
        requireTakes(plan, ifMatch, before.isPresent());
        if (stated > 24 * month.lengthOfMonth()) {
            throw new Unprocessable("/hours", "must not be more than the month has");
        }
        if (before.isPresent() && before.get().hours() == stated) {
            return new Stated(before.get(), plan, false);
        }
        hours.put(planId, delivery, month, stated, clock.instant());
        String was = before.map(b -> ", which were " + b.hours()).orElse("");
        TrainingPlan after =
                changed(plan, ChangeKind.HOURS_STATED, "Stated " + words(stated, delivery, month) + was + ".");
        return new Stated(hours.find(planId, delivery, month).orElseThrow(), after, before.isEmpty());
    }

    @Transactional
    void remove(UUID planId, Delivery delivery, String monthText, @Nullable String ifMatch) {
        TrainingPlan plan = plans.lock(planId);
        YearMonth month = Months.read(monthText, LocalDate.now(clock));
        StatedHours before = hours.find(planId, delivery, month).orElseThrow(() -> new NotFound("statement of hours"));
        requireTakes(plan, ifMatch, true);
        hours.delete(planId, delivery, month);
        changed(
                plan,
                ChangeKind.HOURS_REMOVED,
                "Took back the statement of " + words(before.hours(), delivery, month) + ".");
    }

    private TrainingPlan changed(TrainingPlan plan, ChangeKind kind, String what) {
        TrainingPlan after = restate.handle(plan);
        history.append(List.of(PlanChange.of(plan.id(), after.version(), kind, what, null)));
        return after;
    }

    /** A plan that is done takes nothing new; that a statement was wrong may come out later. */
    private void requireTakes(TrainingPlan plan, @Nullable String ifMatch, boolean isCorrection) {
        Versioned.requireMatch(ifMatch, Versioned.tag(plan.epoch(), plan.version()));
        boolean isOpen = !plan.status().isClosed() || (isCorrection && plan.status() == PlanStatus.COMPLETED);
        if (!isOpen) {
            throw new PlanIsClosed();
        }
        apprentices.requireOpen(List.of(plan.apprenticeId()));
    }

    private static String words(int hours, Delivery delivery, YearMonth month) {
        String how = delivery == Delivery.ON_THE_JOB ? " on the job" : " of related instruction";
        return hours + (hours == 1 ? " hour" : " hours") + how + " in " + month;
    }

    /** A statement, and the plan after it. */
    record Stated(StatedHours hours, TrainingPlan plan, boolean isNew) {}
}
