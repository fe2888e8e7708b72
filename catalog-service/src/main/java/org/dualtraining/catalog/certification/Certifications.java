package org.dualtraining.catalog.certification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dualtraining.catalog.certification.Certification.RuleVersion;
import org.dualtraining.kit.page.PageRequest;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The certifications and every version of their rules. */
@ApplicationScoped
public class Certifications {

    private static final String SELECT = """
            SELECT id, framework_id, position, name, abbreviation, issuer, revision FROM certification
            """;

    private final Jdbi jdbi;
    private final ObjectMapper json;

    @Inject
    Certifications(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** A certification that a document names. */
    public record Named(
            UUID id,
            UUID frameworkId,
            int position,
            String name,
            @Nullable String abbreviation,
            @Nullable String issuer) {}

    /** Makes sure that the certifications are there that a draft names; what is there stays as it is. */
    public void storeNew(List<Named> certifications) {
        if (certifications.isEmpty()) {
            return;
        }
        jdbi.useHandle(h -> {
            PreparedBatch batch = h.prepareBatch("""
                    INSERT INTO certification (id, framework_id, position, name, abbreviation, issuer)
                    VALUES (:id, :frameworkId, :position, :name, :abbreviation, :issuer)
                    ON CONFLICT (id) DO NOTHING
                    """);
            certifications.forEach(
                    certification -> batch.bindMethods(certification).add());
            batch.execute();
        });
    }

    Optional<StoredCertification> find(UUID id) {
        return find(id, "");
    }

    /** As {@link #find}, and nobody else changes it until the commit. */
    Optional<StoredCertification> findLocked(UUID id) {
        return find(id, " FOR UPDATE");
    }

    private Optional<StoredCertification> find(UUID id, String lock) {
        return jdbi
                .withHandle(h -> withRules(
                        h,
                        h.createQuery(SELECT + "WHERE id = :id" + lock)
                                .bind("id", id)
                                .map(ConstructorMapper.of(Row.class))
                                .list()))
                .stream()
                .findFirst();
    }

    List<StoredCertification> page(@Nullable UUID framework, PageRequest page) {
        return jdbi.withHandle(h -> withRules(
                h,
                h.createQuery(SELECT + """
                        WHERE concat_ws('/', framework_id, to_char(position, 'FM00000000'), id) > :after COLLATE "C"
                          AND (CAST(:framework AS uuid) IS NULL OR framework_id = :framework)
                        ORDER BY framework_id, position, id LIMIT :rows
                        """)
                        .bind("after", page.after(""))
                        .bind("rows", page.rows())
                        .bind("framework", framework)
                        .map(ConstructorMapper.of(Row.class))
                        .list()));
    }

    /** Every certification's name by its id: what a rule may name as a credential. */
    Map<UUID, String> names() {
        return jdbi.withHandle(h -> h.createQuery("SELECT id, name FROM certification")
                .reduceResultSet(new HashMap<>(), (names, row, context) -> {
                    names.put(row.getObject(1, UUID.class), row.getString(2));
                    return names;
                }));
    }

    /** Adds a rule version to a certification that is locked; answers the certification's new revision. */
    long addRule(UUID certification, RuleVersion rule) {
        return jdbi.withHandle(h -> {
            long revision = h.createQuery("""
                            UPDATE certification SET revision = revision + 1, rule_version = :version WHERE id = :id
                            RETURNING revision
                            """)
                    .bind("id", certification)
                    .bind("version", rule.version())
                    .mapTo(Long.class)
                    .one();
            h.createUpdate("""
                            INSERT INTO certification_rule (certification_id, version, rule, rule_text, note, recorded_at)
                            VALUES (:id, :version, CAST(:tree AS jsonb), :ruleText, :note, :recordedAt)
                            """)
                    .bind("id", certification)
                    .bind("version", rule.version())
                    .bind("ruleText", rule.ruleText())
                    .bind("note", rule.note())
                    .bind("recordedAt", rule.recordedAt())
                    .bind("tree", write(rule.rule()))
                    .execute();
            return revision;
        });
    }

    private List<StoredCertification> withRules(Handle h, List<Row> rows) {
        Map<UUID, List<RuleVersion>> rules = h
                .createQuery("""
                        SELECT certification_id, version, recorded_at, rule::text AS rule, rule_text, note
                        FROM certification_rule WHERE certification_id = ANY (:ids) ORDER BY certification_id, version
                        """)
                .bindArray("ids", UUID.class, rows.stream().map(Row::id).toArray())
                .map(ConstructorMapper.of(RuleRow.class))
                .stream()
                .collect(Collectors.groupingBy(
                        RuleRow::certificationId, Collectors.mapping(this::ruleVersion, Collectors.toList())));
        return rows.stream()
                .map(row -> row.stored(rules.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private RuleVersion ruleVersion(RuleRow row) {
        return new RuleVersion(row.version(), row.recordedAt(), read(row.rule()), row.ruleText(), row.note());
    }

    private RequirementRule read(String stored) {
        try {
            return json.readValue(stored, RequirementRule.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored rule cannot be read", e);
        }
    }

    private String write(RequirementRule rule) {
        try {
            return json.writeValueAsString(rule);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a rule cannot be written", e);
        }
    }

    /** A row, public because Jdbi makes it. */
    public record Row(
            UUID id,
            UUID frameworkId,
            int position,
            String name,
            @Nullable String abbreviation,
            @Nullable String issuer,
            long revision) {

        StoredCertification stored(List<RuleVersion> rules) {
            return new StoredCertification(id, frameworkId, position, name, abbreviation, issuer, revision, rules);
        }
    }

    /** A row, public because Jdbi makes it. */
    public record RuleRow(
            UUID certificationId,
            int version,
            Instant recordedAt,
            String rule,
            String ruleText,
            @Nullable String note) {}
}
