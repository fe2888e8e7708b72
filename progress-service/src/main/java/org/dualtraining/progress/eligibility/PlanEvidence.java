package org.dualtraining.progress.eligibility;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dualtraining.kit.database.RecordMapper;
import org.dualtraining.progress.event.KeptJson;
import org.jdbi.v3.core.Jdbi;

/** What plans hold and how they call it, each for many plans in one query. */
@ApplicationScoped
class PlanEvidence {

    private final Jdbi jdbi;

    @Inject
    PlanEvidence(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All that the rules ask for: hours and credentials are only read where one of them does. */
    Map<UUID, Held> heldBy(Collection<UUID> planIds, Collection<Certification> rules) {
        Map<UUID, Map<UUID, HeldCredit>> credits = creditsOf(planIds);
        boolean isAsked =
                rules.stream().anyMatch(certification -> certification.rule().asksForAttested());
        Map<UUID, Attested> attested = isAsked ? attestedOf(planIds) : Map.of();
        Map<UUID, Held> held = new HashMap<>();
        for (UUID plan : planIds) {
            held.put(
                    plan,
                    new Held(credits.getOrDefault(plan, Map.of()), attested.getOrDefault(plan, Attested.NOTHING)));
        }
        return held;
    }

    private Map<UUID, Map<UUID, HeldCredit>> creditsOf(Collection<UUID> planIds) {
        Map<UUID, Map<UUID, HeldCredit>> byPlan = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT plan_id, competency_id, rating, completed_on, event_id
                        FROM plan_line WHERE plan_id = ANY (:plans) AND state = 'CREDITED'
                        """)
                .bindArray("plans", UUID.class, planIds)
                .map(RecordMapper.of(HeldCredit.class))
                .forEach(credit -> byPlan.computeIfAbsent(credit.planId(), plan -> new HashMap<>())
                        .put(credit.competencyId(), credit)));
        return byPlan;
    }

    private Map<UUID, Attested> attestedOf(Collection<UUID> planIds) {
        Map<UUID, Attested> byPlan = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT plan_id, attested::text FROM plan
                        WHERE plan_id = ANY (:plans) AND attested IS NOT NULL
                        """)
                .bindArray("plans", UUID.class, planIds)
                .map((row, context) -> Map.entry(row.getObject(1, UUID.class), attested(row.getString(2))))
                .forEach(entry -> byPlan.put(entry.getKey(), entry.getValue())));
        return byPlan;
    }

    private Attested attested(String stored) {
        JsonNode attested = KeptJson.read(stored);
        return Attested.read(UUID.fromString(attested.path("eventId").asText()), attested);
    }

    /** The lines of one plan, in form order. */
    List<PlannedLine> linesOf(UUID planId) {
        return lines(List.of(planId)).getOrDefault(planId, List.of());
    }

    private Map<UUID, List<PlannedLine>> lines(Collection<UUID> planIds) {
        Map<UUID, List<PlannedLine>> byPlan = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT plan_id, competency_id, competency_name, disposition = 'EXCLUDED',
                               anticipated_completion_date
                        FROM plan_line WHERE plan_id = ANY (:plans) AND is_on_plan
                        ORDER BY plan_id, position
                        """)
                .bindArray("plans", UUID.class, planIds)
                .map((row, context) -> byPlan.computeIfAbsent(row.getObject(1, UUID.class), plan -> new ArrayList<>())
                        .add(new PlannedLine(
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getBoolean(4),
                                row.getObject(5, LocalDate.class))))
                .list());
        return byPlan;
    }

    /** How each plan calls its competencies, and the catalog the credentials that rules ask for. */
    Map<UUID, Names> namesOf(Collection<UUID> planIds, Collection<Certification> rules) {
        Map<UUID, String> credentials = credentialNames(rules);
        Map<UUID, List<PlannedLine>> lines = lines(planIds);
        Map<UUID, Names> names = new HashMap<>();
        for (UUID plan : planIds) {
            names.put(plan, names(lines.getOrDefault(plan, List.of()), credentials));
        }
        return names;
    }

    static Names names(List<PlannedLine> lines, Map<UUID, String> credentials) {
        return Names.of(
                lines.stream().collect(Collectors.toMap(PlannedLine::competencyId, PlannedLine::name)), credentials);
    }

    Map<UUID, String> credentialNames(Collection<Certification> rules) {
        Set<UUID> asked = credentials(rules);
        if (asked.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT certification_id, name FROM certification WHERE certification_id = ANY (:asked)")
                .bindArray("asked", UUID.class, asked)
                .map((row, context) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    static Set<UUID> credentials(Collection<Certification> rules) {
        return rules.stream()
                .flatMap(certification -> certification.rule().credentials().stream())
                .collect(Collectors.toSet());
    }
}
