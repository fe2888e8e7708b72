package org.dualtraining.plan.trainingplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.dualtraining.plan.catalog.Delivery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CreditDecisionTest {

    private static final UUID COMPETENCY = new UUID(1, 1);
    private static final UUID LINE = new UUID(1, 2);
    private static final UUID COLLEGE = new UUID(1, 3);

    @Test
    void no_evidence_is_no_credit() {
        assertThat(CreditDecision.decide(line(Delivery.RELATED_INSTRUCTION, Disposition.TRAIN), List.of()))
                .isEmpty();
    }

    @Test
    void a_competency_of_two_courses_counts_when_both_are_done_from_the_later_day() {
        PlanLine line = line(Delivery.RELATED_INSTRUCTION, Disposition.TRAIN);
        Evidence first = course("A", "2026-03-01", "A", "B");
        Evidence second = course("B", "2026-05-01", "A", "B");

        assertThat(CreditDecision.decide(line, List.of(first))).isEmpty();
        assertThat(CreditDecision.decide(line, List.of(second))).isEmpty();
        assertThat(CreditDecision.decide(line, List.of(second, first)))
                .map(LineCredit::completedOn)
                .contains(LocalDate.parse("2026-05-01"));
    }

    @Test
    void a_course_that_was_done_twice_counts_from_the_first_time() {
        Optional<LineCredit> credit = CreditDecision.decide(
                line(Delivery.RELATED_INSTRUCTION, Disposition.TRAIN),
                List.of(course("A", "2026-05-01", "A"), course("A", "2026-03-01", "A")));

        assertThat(credit).map(LineCredit::completedOn).contains(LocalDate.parse("2026-03-01"));
    }

    @Test
    void a_core_competency_on_the_job_needs_a_rating_of_three_and_keeps_the_highest() {
        PlanLine line = line(Delivery.ON_THE_JOB, Disposition.TRAIN);

        assertThat(CreditDecision.decide(line, List.of(signOff(2, "2026-01-01"))))
                .isEmpty();
        Optional<LineCredit> credit = CreditDecision.decide(
                line, List.of(signOff(2, "2026-01-01"), signOff(4, "2026-06-01"), signOff(3, "2026-03-01")));
        assertThat(credit).map(LineCredit::rating).contains(4);
        assertThat(credit).map(LineCredit::completedOn).contains(LocalDate.parse("2026-03-01"));
    }

    @Test
    void a_sign_off_does_not_count_once_the_line_is_taught_elsewhere() {
        assertThat(CreditDecision.decide(
                        line(Delivery.RELATED_INSTRUCTION, Disposition.TRAIN), List.of(signOff(2, "2026-01-01"))))
                .isEmpty();
    }

    @Test
    void a_course_that_a_mapping_names_credits_a_line_on_the_job_without_a_rating() {
        assertThat(CreditDecision.decide(
                        line(Delivery.ON_THE_JOB, Disposition.TRAIN), List.of(course("A", "2026-01-01", "A"))))
                .map(LineCredit::rating)
                .isEmpty();
        assertThat(CreditDecision.decide(
                        line(Delivery.ON_THE_JOB, Disposition.TRAIN), List.of(course("A", "2026-01-01", "A"))))
                .map(LineCredit::basis)
                .contains(Basis.COURSE_COMPLETION);
    }

    @Test
    void an_excluded_line_is_never_credited_and_a_prior_one_only_by_prior_learning() {
        Evidence course = course("A", "2026-03-01", "A");
        Evidence prior = evidence(Basis.PRIOR_LEARNING, null, "2025-01-01", null, List.of());

        assertThat(CreditDecision.decide(
                        line(Delivery.RELATED_INSTRUCTION, Disposition.EXCLUDED), List.of(course, prior)))
                .isEmpty();
        assertThat(CreditDecision.decide(line(Delivery.RELATED_INSTRUCTION, Disposition.PRIOR), List.of(course)))
                .isEmpty();
        assertThat(CreditDecision.decide(line(Delivery.RELATED_INSTRUCTION, Disposition.PRIOR), List.of(course, prior)))
                .map(LineCredit::basis)
                .contains(Basis.PRIOR_LEARNING);
    }

    @Test
    void evidence_for_another_line_or_competency_does_not_count() {
        Evidence elsewhere = new Evidence(
                UUID.randomUUID(),
                UUID.randomUUID(),
                COMPETENCY,
                new UUID(9, 9),
                Basis.SIGN_OFF,
                UUID.randomUUID(),
                null,
                null,
                List.of(),
                LocalDate.parse("2026-01-01"),
                4);

        assertThat(CreditDecision.decide(line(Delivery.ON_THE_JOB, Disposition.TRAIN), List.of(elsewhere)))
                .isEmpty();
    }

    @Test
    void any_order_of_the_same_evidence_gives_the_same_credit() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            List<Evidence> evidence = new ArrayList<>();
            int facts = 1 + random.nextInt(6);
            for (int i = 0; i < facts; i++) {
                String day = "2026-0" + (1 + random.nextInt(3)) + "-01";
                evidence.add(
                        random.nextBoolean()
                                ? signOff(random.nextInt(5), day)
                                : course(random.nextBoolean() ? "A" : "B", day, random.nextBoolean() ? "A" : "B", "B"));
            }
            PlanLine line =
                    line(random.nextBoolean() ? Delivery.ON_THE_JOB : Delivery.RELATED_INSTRUCTION, Disposition.TRAIN);
            Optional<LineCredit> credit = CreditDecision.decide(line, evidence);

            Collections.shuffle(evidence, random);

            assertThat(CreditDecision.decide(line, evidence)).isEqualTo(credit);
        }
    }

    private static PlanLine line(Delivery delivery, Disposition disposition) {
        return new PlanLine(
                LINE,
                new UUID(1, 4),
                0,
                COMPETENCY,
                "Competency",
                true,
                PlanLine.minimumRating(true, delivery),
                new LineTerms(delivery, disposition, null, null, null, null, "reason"),
                null,
                LineState.OPEN,
                null,
                null);
    }

    private static Evidence course(String code, String on, String... required) {
        return evidence(Basis.COURSE_COMPLETION, code, on, null, List.of(required));
    }

    private static Evidence signOff(int rating, String on) {
        return evidence(Basis.SIGN_OFF, null, on, rating, List.of());
    }

    private static Evidence evidence(
            Basis basis, @Nullable String code, String on, @Nullable Integer rating, List<String> required) {
        return new Evidence(
                UUID.randomUUID(),
                new UUID(2, 2),
                COMPETENCY,
                null,
                basis,
                UUID.randomUUID(),
                basis == Basis.COURSE_COMPLETION ? COLLEGE : null,
                code,
                required,
                LocalDate.parse(on),
                rating);
    }
}
