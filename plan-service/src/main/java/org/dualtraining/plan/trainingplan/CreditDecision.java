package org.dualtraining.plan.trainingplan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.dualtraining.plan.catalog.Delivery;
import org.jspecify.annotations.Nullable;

/**
 * Decides what credits a line: a pure function of the evidence in force, so that any order of arrival ends in one state.
 * Of several credits the one that suits the delivery wins, then the earliest, then the smallest reference.
 */
final class CreditDecision {

    private CreditDecision() {}

    static Optional<LineCredit> decide(PlanLine line, List<Evidence> inForce) {
        List<Evidence> ofLine = inForce.stream()
                .filter(e -> e.competencyId().equals(line.competencyId()))
                .filter(e -> e.lineId() == null || e.lineId().equals(line.id()))
                .toList();
        return switch (line.disposition()) {
            case EXCLUDED -> Optional.empty();
            case PRIOR -> best(priorLearning(ofLine), Basis.PRIOR_LEARNING);
            case TRAIN -> {
                List<LineCredit> credits = new ArrayList<>(courses(ofLine));
                // a sign-off rates work: it must not count once the line is taught elsewhere
                if (line.delivery() == Delivery.ON_THE_JOB) {
                    signOff(ofLine, line.minimumRating()).ifPresent(credits::add);
                }
                yield best(credits, line.delivery() == Delivery.ON_THE_JOB ? Basis.SIGN_OFF : Basis.COURSE_COMPLETION);
            }
        };
    }

    private static Optional<LineCredit> best(List<LineCredit> credits, Basis preferred) {
        return credits.stream()
                .min(Comparator.comparing((LineCredit credit) -> credit.basis() != preferred)
                        .thenComparing(LineCredit::completedOn)
                        .thenComparing(LineCredit::reference));
    }

    private static List<LineCredit> priorLearning(List<Evidence> evidence) {
        return evidence.stream()
                .filter(e -> e.basis() == Basis.PRIOR_LEARNING)
                .map(e -> new LineCredit(e.basis(), e.completedOn(), e.rating(), e.providerId(), e.reference()))
                .toList();
    }

    /** A later sign-off may raise the rating; the competency counts from the first one that was high enough. */
    private static Optional<LineCredit> signOff(List<Evidence> evidence, @Nullable Integer minimum) {
        List<Evidence> sufficient = evidence.stream()
                .filter(e -> e.basis() == Basis.SIGN_OFF)
                .filter(e -> rating(e) >= (minimum == null ? 1 : minimum))
                .toList();
        Optional<LocalDate> first =
                sufficient.stream().map(Evidence::completedOn).min(Comparator.naturalOrder());
        Optional<Evidence> highest = sufficient.stream()
                .min(Comparator.comparing(CreditDecision::rating)
                        .reversed()
                        .thenComparing(Evidence::completedOn)
                        .thenComparing(Evidence::reference));
        return first.flatMap(
                on -> highest.map(e -> new LineCredit(Basis.SIGN_OFF, on, e.rating(), e.providerId(), e.reference())));
    }

    private static int rating(Evidence e) {
        return e.rating() == null ? 0 : e.rating();
    }

    /** One credit per provider and set of courses that is complete, dated by the last of its courses. */
    private static List<LineCredit> courses(List<Evidence> evidence) {
        Map<UUID, List<Evidence>> byProvider = evidence.stream()
                .filter(e -> e.basis() == Basis.COURSE_COMPLETION && e.providerId() != null)
                .collect(Collectors.groupingBy(e -> Objects.requireNonNull(e.providerId())));
        List<LineCredit> credits = new ArrayList<>();
        byProvider.forEach((provider, ofProvider) -> {
            Map<String, Evidence> earliest = ofProvider.stream()
                    .collect(Collectors.toMap(e -> Objects.requireNonNull(e.courseCode()), e -> e, earlier()));
            Set<Set<String>> sets = new HashSet<>();
            ofProvider.forEach(e -> sets.add(Set.copyOf(e.requiredCourses())));
            for (Set<String> courses : sets) {
                if (earliest.keySet().containsAll(courses)) {
                    courses.stream()
                            .map(earliest::get)
                            .reduce((a, b) -> earlier().apply(a, b) == a ? b : a)
                            .ifPresent(last -> credits.add(new LineCredit(
                                    Basis.COURSE_COMPLETION, last.completedOn(), null, provider, last.reference())));
                }
            }
        });
        return credits;
    }

    private static BinaryOperator<Evidence> earlier() {
        return BinaryOperator.minBy(Comparator.comparing(Evidence::completedOn).thenComparing(Evidence::reference));
    }
}
