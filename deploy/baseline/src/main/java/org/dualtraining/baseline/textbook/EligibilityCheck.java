package org.dualtraining.baseline.textbook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.kit.outbox.Outbox;
import org.dualtraining.kit.outbox.OutboxEvent;
import org.jspecify.annotations.Nullable;

/** Which certifications a plan's apprentice may take: all competencies that one asks for are credited. */
@ApplicationScoped
public class EligibilityCheck {

    private final Outbox outbox;

    @Inject
    public EligibilityCheck(Outbox outbox) {
        this.outbox = outbox;
    }

    void decide(Plan plan, Instant now) {
        Map<UUID, List<Requirement>> requirements =
                Requirement.<Requirement>list("frameworkId", plan.frameworkId).stream()
                        .collect(Collectors.groupingBy(requirement -> requirement.certificationId));
        Map<UUID, Eligibility> known = Eligibility.<Eligibility>list("planId", plan.planId).stream()
                .collect(Collectors.toMap(eligibility -> eligibility.certificationId, eligibility -> eligibility));
        requirements.forEach((certification, asked) ->
                decide(plan, certification, known.get(certification), isMet(plan, asked), now));
    }

    private static boolean isMet(Plan plan, List<Requirement> asked) {
        return asked.stream().allMatch(requirement -> plan.lines.stream().anyMatch(requirement::isMetBy));
    }

    private void decide(Plan plan, UUID certificationId, @Nullable Eligibility known, boolean eligible, Instant now) {
        if (known == null ? !eligible : known.eligible == eligible) {
            return;
        }
        if (known == null) {
            Eligibility decided = new Eligibility();
            decided.planId = plan.planId;
            decided.certificationId = certificationId;
            decided.eligible = eligible;
            decided.decidedAt = now;
            decided.persist();
        } else {
            known.eligible = eligible;
            known.decidedAt = now;
        }
        Change change = Change.of("eligibility", plan, now);
        change.certificationId = certificationId;
        change.eligible = eligible;
        change.persist();
        outbox.append(List.of(new OutboxEvent(
                Ids.next(),
                "baseline-eligibility-changed",
                plan.apprenticeId.toString(),
                "org.dualtraining.certification-eligibility-changed.v1",
                plan.planId,
                1,
                now.toEpochMilli(),
                now,
                new Changed(plan.planId, plan.apprenticeId, certificationId, eligible, now))));
    }

    /** What others are told. */
    public record Changed(UUID planId, UUID apprenticeId, UUID certificationId, boolean eligible, Instant recordedAt) {}
}
