package org.dualtraining.plan.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dualtraining.plan.apprentice.LearnerId;
import org.dualtraining.plan.apprentice.LearnerIds;
import org.dualtraining.plan.disclosure.Disclosed;
import org.dualtraining.plan.disclosure.Disclosures;

/**
 * Records whose completions an answer shows. What is parked or came too late names nobody, but its learner id does: whoever
 * has that id now was disclosed.
 */
@ApplicationScoped
class DisclosedCompletions {

    private final LearnerIds learnerIds;
    private final Disclosures disclosures;

    @Inject
    DisclosedCompletions(LearnerIds learnerIds, Disclosures disclosures) {
        this.learnerIds = learnerIds;
        this.disclosures = disclosures;
    }

    void record(Collection<CourseCompletion> shown) {
        List<UUID> persons = new ArrayList<>(shown.stream()
                .map(CourseCompletion::apprenticeId)
                .filter(Objects::nonNull)
                .toList());
        List<LearnerId> unnamed = shown.stream()
                .filter(completion -> completion.apprenticeId() == null)
                .map(CourseCompletion::learner)
                .distinct()
                .toList();
        if (!unnamed.isEmpty()) {
            persons.addAll(learnerIds.apprenticesOf(unnamed).values());
        }
        disclosures.record(persons, Disclosed.COURSE_COMPLETION);
    }
}
