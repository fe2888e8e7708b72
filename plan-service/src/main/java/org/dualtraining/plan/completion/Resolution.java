package org.dualtraining.plan.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.plan.apprentice.LearnerId;
import org.dualtraining.plan.apprentice.LearnerIds;
import org.dualtraining.plan.coursemapping.CourseMappings;
import org.dualtraining.plan.coursemapping.CourseMappings.CourseOn;
import org.dualtraining.plan.trainingplan.Basis;
import org.dualtraining.plan.trainingplan.Evidence;

/** Whose completions these are and what they evidence; one question each for any number of rows. */
@ApplicationScoped
class Resolution {

    private final LearnerIds learnerIds;
    private final CourseMappings mappings;

    @Inject
    Resolution(LearnerIds learnerIds, CourseMappings mappings) {
        this.learnerIds = learnerIds;
        this.mappings = mappings;
    }

    Resolved resolve(Collection<CourseCompletion> completions) {
        Map<LearnerId, UUID> learners = learnerIds.apprenticesOf(
                completions.stream().map(CourseCompletion::learner).distinct().toList());
        Map<CourseOn, Map<UUID, List<String>>> courses = mappings.evidencedBy(
                completions.stream().map(CourseCompletion::course).toList());
        return new Resolved(learners, courses);
    }

    /** The answers, to be asked for one completion after the other. */
    record Resolved(Map<LearnerId, UUID> learners, Map<CourseOn, Map<UUID, List<String>>> courses) {

        /** Accepted when learner and course are known, else parked. */
        CourseCompletion place(CourseCompletion completion) {
            UUID apprentice = learners.get(completion.learner());
            if (apprentice == null) {
                return completion.parked(ParkedReason.UNKNOWN_LEARNER);
            }
            return courses.containsKey(completion.course())
                    ? completion.accepted(apprentice)
                    : completion.parked(ParkedReason.UNMAPPED_COURSE);
        }

        /**
         * What a completion evidences: nothing unless it is accepted and was passed.
         *
         * @param mappedAs the course and the day whose mapping counts for it
         */
        List<Evidence> evidenceOf(CourseCompletion completion, CourseOn mappedAs) {
            List<Evidence> evidence = new ArrayList<>();
            UUID apprentice = completion.apprenticeId();
            if (apprentice == null || !completion.passed() || completion.state() != CompletionState.ACCEPTED) {
                return evidence;
            }
            courses.getOrDefault(mappedAs, Map.of())
                    .forEach((competency, required) -> evidence.add(new Evidence(
                            Ids.next(),
                            apprentice,
                            competency,
                            null,
                            Basis.COURSE_COMPLETION,
                            completion.id(),
                            completion.providerId(),
                            completion.courseCode(),
                            required,
                            completion.completedOn(),
                            null)));
            return evidence;
        }
    }
}
