package org.dualtraining.plan.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dualtraining.kit.problem.Conflict;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.plan.apprentice.Apprentice;
import org.dualtraining.plan.apprentice.Apprentices;
import org.dualtraining.plan.apprentice.Duplicates;
import org.dualtraining.plan.apprentice.ErasePersons;
import org.dualtraining.plan.apprentice.LearnerId;
import org.dualtraining.plan.apprentice.PersonChange;
import org.dualtraining.plan.apprentice.PersonHistory;
import org.dualtraining.plan.completion.CompletionsOfPerson;
import org.dualtraining.plan.priorcredential.ErasePriorCredentials;
import org.dualtraining.plan.signoff.EraseAssessments;
import org.dualtraining.plan.trainingplan.ErasePlanTexts;
import org.jboss.logging.Logger;

/**
 * Erases a person's data in place: what is left are opaque ids, dates, ratings and credits, so that figures stay as they
 * are and a rebuild of other services makes the same of it.
 */
@ApplicationScoped
class EraseApprentice {

    private static final Logger LOG = Logger.getLogger(EraseApprentice.class);

    private final Apprentices apprentices;
    private final Duplicates duplicates;
    private final ErasePersons persons;
    private final PersonHistory history;
    private final CompletionsOfPerson completions;
    private final EraseAssessments assessments;
    private final ErasePriorCredentials credentials;
    private final ErasePlanTexts planTexts;
    private final Clock clock;

    @Inject
    EraseApprentice(
            Apprentices apprentices,
            Duplicates duplicates,
            ErasePersons persons,
            PersonHistory history,
            CompletionsOfPerson completions,
            EraseAssessments assessments,
            ErasePriorCredentials credentials,
            ErasePlanTexts planTexts,
            Clock clock) {
        this.apprentices = apprentices;
        this.duplicates = duplicates;
        this.persons = persons;
        this.history = history;
        this.completions = completions;
        this.assessments = assessments;
        this.credentials = credentials;
        this.planTexts = planTexts;
        this.clock = clock;
    }

    @Transactional
    Erasure handle(UUID apprenticeId, String reason) {
        List<Apprentice> entries = lock(apprenticeId);
        Apprentice apprentice = entries.stream()
                .filter(entry -> entry.id().equals(apprenticeId))
                .findFirst()
                .orElseThrow();
        if (apprentice.erasedAt() != null) {
            return new Erasure(apprenticeId, apprentice.erasedAt(), false, 0, 0);
        }
        apprentice.requireOpen();
        List<UUID> ids = entries.stream().map(Apprentice::id).toList();
        if (planTexts.isAnyOpen(ids)) {
            throw new ErasureNeedsClosedPlans();
        }
        Instant now = clock.instant();
        int unnamed = completions.erase(ids, now);
        assessments.handle(ids);
        credentials.handle(ids);
        planTexts.handle(ids);
        persons.handle(ids, now);
        ids.forEach(id -> history.append(PersonChange.erased(id, reason)));
        LOG.infof("apprentice erased apprentice=%s entries=%d completions=%d", apprenticeId, ids.size(), unnamed);
        return new Erasure(apprenticeId, now, true, ids.size(), unnamed);
    }

    /** All entries of the person, behind the locks of whoever takes in completions: records first, then apprentices. */
    private List<Apprentice> lock(UUID apprenticeId) {
        Set<UUID> ids = duplicates.with(apprenticeId);
        if (ids.isEmpty()) {
            throw new NotFound("apprentice");
        }
        Set<UUID> providers = providers(apprentices.findAll(ids));
        completions.lock(providers);
        List<Apprentice> entries = apprentices.lock(ids);
        if (!providers.containsAll(providers(entries)) || !ids.equals(duplicates.with(apprenticeId))) {
            throw new Conflict("The apprentice was changed just now: send it again.");
        }
        return entries;
    }

    private static Set<UUID> providers(Collection<Apprentice> entries) {
        return entries.stream()
                .flatMap(entry -> entry.learnerIds().stream())
                .map(LearnerId::providerId)
                .collect(Collectors.toSet());
    }
}
