package org.dualtraining.plan.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dualtraining.kit.problem.Conflict;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.kit.problem.Unprocessable;
import org.dualtraining.plan.apprentice.Apprentice;
import org.dualtraining.plan.apprentice.Apprentices;
import org.dualtraining.plan.apprentice.LearnerId;
import org.dualtraining.plan.apprentice.PersonChange;
import org.dualtraining.plan.apprentice.PersonHistory;
import org.dualtraining.plan.completion.CompletionsOfPerson;
import org.dualtraining.plan.hours.TakeOverHours;
import org.dualtraining.plan.priorcredential.TakeOverPriorCredentials;
import org.dualtraining.plan.signoff.CopyAssessments;
import org.dualtraining.plan.trainingplan.CreditPlanLines;
import org.dualtraining.plan.trainingplan.RestateTrainingPlans;
import org.dualtraining.plan.trainingplan.TakeOverEvidence;
import org.dualtraining.plan.trainingplan.TakeOverPlans;
import org.dualtraining.plan.trainingplan.TakenOverPlan;
import org.jboss.logging.Logger;

/**
 * Two entries turned out to be one person. Learner ids, completions, evidence and plans go over to the one that stays;
 * nothing is deleted, so that the history of both can be read, and other services hear of it by ordinary events.
 */
@ApplicationScoped
class MergeApprentices {

    private static final Logger LOG = Logger.getLogger(MergeApprentices.class);

    private final Apprentices apprentices;
    private final PersonHistory history;
    private final CompletionsOfPerson completions;
    private final TakeOverPlans plans;
    private final TakeOverEvidence evidence;
    private final CopyAssessments assessments;
    private final TakeOverHours hours;
    private final TakeOverPriorCredentials credentials;
    private final RestateTrainingPlans restate;
    private final CreditPlanLines credit;
    private final TransactionSynchronizationRegistry transaction;

    @Inject
    MergeApprentices(
            Apprentices apprentices,
            PersonHistory history,
            CompletionsOfPerson completions,
            TakeOverPlans plans,
            TakeOverEvidence evidence,
            CopyAssessments assessments,
            TakeOverHours hours,
            TakeOverPriorCredentials credentials,
            RestateTrainingPlans restate,
            CreditPlanLines credit,
            TransactionSynchronizationRegistry transaction) {
        this.apprentices = apprentices;
        this.history = history;
        this.completions = completions;
        this.plans = plans;
        this.evidence = evidence;
        this.assessments = assessments;
        this.hours = hours;
        this.credentials = credentials;
        this.restate = restate;
        this.credit = credit;
        this.transaction = transaction;
    }

    /** @param isDryRun does it all and takes it back, so that the preview is what would happen */
    @Transactional
    MergeResult handle(UUID survivorId, MergeInput input, boolean isDryRun) {
        Pair pair = lock(survivorId, input.duplicateId());
        if (survivorId.equals(pair.duplicate().mergedInto())) {
            return MergeResult.unchanged(survivorId, pair.duplicate().id());
        }
        // the one that stays must stand for itself: this refuses circles too
        pair.survivor().requireOpen();
        pair.duplicate().requireOpen();
        MergeResult result = merge(pair, input.reason(), isDryRun);
        if (isDryRun) {
            transaction.setRollbackOnly();
        } else {
            LOG.infof("apprentices merged survivor=%s duplicate=%s", result.apprenticeId(), result.duplicateId());
        }
        return result;
    }

    private MergeResult merge(Pair pair, String reason, boolean isDryRun) {
        UUID survivor = pair.survivor().id();
        UUID duplicate = pair.duplicate().id();
        List<TakenOverPlan> takenOver = plans.handle(pair.duplicate(), pair.survivor(), reason);
        Map<UUID, UUID> lines = new HashMap<>();
        takenOver.forEach(plan -> lines.putAll(plan.lines()));
        TakeOverEvidence.Result taken = evidence.handle(duplicate, survivor, lines);
        assessments.handle(taken.copies());
        int moved = completions.move(duplicate, survivor);
        int months = hours.handle(takenOver);
        int held = credentials.handle(duplicate, survivor);
        if (months + held > 0) {
            restate.allOf(List.of(duplicate, survivor));
        }
        apprentices.merge(duplicate, survivor);
        history.append(PersonChange.merged(survivor, duplicate, reason));
        history.append(PersonChange.merged(duplicate, survivor, reason));
        credit.handle(List.of(duplicate, survivor));
        return new MergeResult(
                survivor,
                duplicate,
                !isDryRun,
                pair.duplicate().learnerIds().size(),
                moved,
                taken.taken(),
                taken.left(),
                months,
                held,
                takenOver.stream().map(MergeResult.Plan::of).toList());
    }

    /** The locks in the order of all who take in completions: records of colleges first, then apprentices. */
    private Pair lock(UUID survivorId, UUID duplicateId) {
        if (apprentices.find(survivorId, Optional.empty()).isEmpty()) {
            throw new NotFound("apprentice");
        }
        if (survivorId.equals(duplicateId)) {
            throw new Unprocessable("/duplicateId", "must be another apprentice than the one in the path");
        }
        Apprentice before = apprentices
                .find(duplicateId, Optional.empty())
                .orElseThrow(() -> new Unprocessable("/duplicateId", "must be the id of an apprentice"));
        Set<UUID> providers = providers(before);
        completions.lock(providers);
        Map<UUID, Apprentice> locked = apprentices.lock(List.of(survivorId, duplicateId)).stream()
                .collect(Collectors.toMap(Apprentice::id, Function.identity()));
        Pair pair = new Pair(
                Objects.requireNonNull(locked.get(survivorId)), Objects.requireNonNull(locked.get(duplicateId)));
        if (!providers.containsAll(providers(pair.duplicate()))) {
            throw new Conflict("The duplicate got another learner id just now: send it again.");
        }
        return pair;
    }

    private static Set<UUID> providers(Apprentice apprentice) {
        return apprentice.learnerIds().stream().map(LearnerId::providerId).collect(Collectors.toSet());
    }

    private record Pair(Apprentice survivor, Apprentice duplicate) {}
}
