package org.dualtraining.baseline.textbook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** One record, one transaction. */
@ApplicationScoped
public class CompletionsConsumer {

    private static final String REVOKED = "org.dualtraining.competency-completion-revoked.v1";

    private final ObjectMapper json;
    private final EligibilityCheck eligibility;
    private final Clock clock;

    @Inject
    public CompletionsConsumer(ObjectMapper json, EligibilityCheck eligibility, Clock clock) {
        this.json = json;
        this.eligibility = eligibility;
        this.clock = clock;
    }

    @Incoming("completions")
    @Blocking
    @Transactional
    public void consume(ConsumerRecord<String, String> message) throws JsonProcessingException {
        UUID eventId = UUID.fromString(header(message, "ce_id"));
        if (ProcessedEvent.findById(eventId) != null) {
            return;
        }
        Instant now = clock.instant();
        String type = header(message, "ce_type");
        CompetencyEvent event = json.readValue(message.value(), CompetencyEvent.class);
        remember(eventId, type, event, now);
        PlanLine line = PlanLine.<PlanLine>find(
                        "plan.planId = ?1 and competencyId = ?2", event.planId(), event.competencyId())
                .firstResult();
        if (line == null || line.version >= event.version()) {
            return;
        }
        line.state = type.equals(REVOKED) ? PlanLine.State.REVOKED : PlanLine.State.CREDITED;
        line.completedOn = event.completedOn();
        line.rating = event.rating();
        line.eventId = eventId;
        line.version = event.version();
        count(line.plan, now);
        eligibility.decide(line.plan, now);
    }

    private static void remember(UUID eventId, String type, CompetencyEvent event, Instant now) {
        ProcessedEvent processed = new ProcessedEvent();
        processed.eventId = eventId;
        processed.processedAt = now;
        processed.persist();
        CreditFact fact = new CreditFact();
        fact.eventId = eventId;
        fact.planId = event.planId();
        fact.competencyId = event.competencyId();
        fact.type = type;
        fact.completedOn = event.completedOn();
        fact.rating = event.rating();
        fact.version = event.version();
        fact.recordedAt = event.recordedAt();
        fact.persist();
    }

    private static void count(Plan plan, Instant now) {
        int credited = (int) plan.lines.stream()
                .filter(line -> line.state == PlanLine.State.CREDITED)
                .count();
        plan.total = plan.lines.size();
        if (plan.credited != credited) {
            plan.credited = credited;
            plan.countedAt = now;
            Change change = Change.of("progress", plan, now);
            change.total = plan.total;
            change.credited = credited;
            change.persist();
        }
    }

    private static String header(ConsumerRecord<String, String> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
