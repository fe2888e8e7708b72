package org.dualtraining.catalog.certification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dualtraining.catalog.certification.Certification.RuleVersion;
import org.dualtraining.catalog.framework.VersionCertification;
import org.dualtraining.kit.database.RecordMapper;
import org.dualtraining.kit.page.PageRequest;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The certifications and every version of their rules. */
@ApplicationScoped
public class Certifications {

    /** Any fixed number: it names this lock among the advisory locks of the database. */
    private static final long RULES = 0x6475616c_72756c65L;

    private static final String SELECT = """
            SELECT id, framework_id, position, name, abbreviation, issuer, revision, announced_version FROM certification
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

    /** Makes sure that the certifications are there that a draft names; of one that is there, only an issuer is learned. */
    public void storeNew(List<Named> certifications) {
        if (certifications.isEmpty()) {
            return;
        }
        jdbi.useHandle(h -> {
            PreparedBatch batch = h.prepareBatch("""
                    INSERT INTO certification (id, framework_id, position, name, abbreviation, issuer)
                    VALUES (:id, :frameworkId, :position, :name, :abbreviation, :issuer)
                    ON CONFLICT (id) DO UPDATE SET issuer = excluded.issuer, revision = certification.revision + 1
                    WHERE excluded.issuer <> coalesce(certification.issuer, '')
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
                                .map(RecordMapper.of(Row.class))
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
                        .map(RecordMapper.of(Row.class))
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

    /** The certifications that need this one, directly or through others, by a rule that holds or is to come. */
    Set<UUID> needing(UUID certification, LocalDate today) {
        return jdbi.withHandle(h -> h.createQuery("""
                        WITH RECURSIVE need AS MATERIALIZED (
                          SELECT certification_id AS id,
                                 CAST(jsonb_path_query(rule, 'strict $.**.credential') #>> '{}' AS uuid) AS other
                          FROM rules_from(:today)
                        ), needing AS (
                          SELECT id FROM need WHERE other = :certification
                          UNION
                          SELECT need.id FROM need JOIN needing ON need.other = needing.id
                        )
                        SELECT id FROM needing
                        """)
                .bind("today", today)
                .bind("certification", certification)
                .mapTo(UUID.class)
                .set());
    }

    /**
     * Rules are entered and announced one after the other, until the commit: two at the same time could need each other's
     * certification, and neither would see it.
     */
    void lockRules() {
        jdbi.useHandle(h -> h.createQuery("SELECT 1 FROM pg_advisory_xact_lock(:lock)")
                .bind("lock", RULES)
                .mapTo(Integer.class)
                .one());
    }

    /** As {@link #lockRules}, or false when somebody else has them locked. */
    boolean tryLockRules() {
        return jdbi.withHandle(h -> h.createQuery("SELECT pg_try_advisory_xact_lock(:lock)")
                .bind("lock", RULES)
                .mapTo(Boolean.class)
                .one());
    }

    /** Certifications whose rule of today is not the one that was announced. */
    List<UUID> unannounced(LocalDate today) {
        return jdbi.withHandle(
                h -> h.createQuery("""
                        SELECT c.id FROM certification c JOIN LATERAL (
                          SELECT version FROM certification_rule r
                          WHERE r.certification_id = c.id AND r.effective_from <= :today
                          ORDER BY r.effective_from DESC, r.version DESC LIMIT 1) held ON true
                        WHERE held.version IS DISTINCT FROM c.announced_version ORDER BY c.id
                        """).bind("today", today).mapTo(UUID.class).list());
    }

    /** Differs after every change of a certification: none goes away, and each change counts its revision up. */
    String state() {
        return jdbi.withHandle(h -> h.createQuery("SELECT concat(count(*), '/', sum(revision)) FROM certification")
                .mapTo(String.class)
                .one());
    }

    /** Adds a rule version to a certification that is locked. */
    void addRule(UUID certification, RuleVersion rule) {
        jdbi.useHandle(h -> {
            h.createUpdate("UPDATE certification SET revision = revision + 1, rule_version = :version WHERE id = :id")
                    .bind("id", certification)
                    .bind("version", rule.version())
                    .execute();
            h.createUpdate("""
                            INSERT INTO certification_rule (certification_id, version, effective_from, rule, rule_text, note,
                                recorded_at)
                            VALUES (:id, :version, :effectiveFrom, CAST(:tree AS jsonb), :ruleText, :note, :recordedAt)
                            """)
                    .bind("id", certification)
                    .bind("version", rule.version())
                    .bind("effectiveFrom", rule.effectiveFrom())
                    .bind("ruleText", rule.ruleText())
                    .bind("note", rule.note())
                    .bind("recordedAt", rule.recordedAt())
                    .bind("tree", write(rule.rule()))
                    .execute();
        });
    }

    /** Notes that a rule is announced; answers the certification's new revision, under which it is. */
    long announced(UUID certification, int version) {
        return jdbi.withHandle(h -> h.createQuery("""
                        UPDATE certification SET revision = revision + 1, announced_version = :version WHERE id = :id
                        RETURNING revision
                        """)
                .bind("id", certification)
                .bind("version", version)
                .mapTo(Long.class)
                .one());
    }

    /** Stores how a framework's current version names its certifications; answers those that changed, locked. */
    List<UUID> rename(List<VersionCertification> certifications) {
        return jdbi.withHandle(h -> h.createQuery("""
                        UPDATE certification c SET position = p.position, name = n.name, abbreviation = n.abbreviation,
                            revision = c.revision + 1
                        FROM unnest(:ids, :names, :abbreviations) WITH ORDINALITY AS n (id, name, abbreviation, place),
                          LATERAL (SELECT CAST(n.place - 1 AS int) AS position) p
                        WHERE c.id = n.id
                          AND (c.position, c.name, c.abbreviation) IS DISTINCT FROM (p.position, n.name, n.abbreviation)
                        RETURNING c.id
                        """)
                .bindArray(
                        "ids",
                        UUID.class,
                        certifications.stream().map(VersionCertification::id).toArray())
                .bindArray(
                        "names",
                        String.class,
                        certifications.stream().map(VersionCertification::name).toArray())
                .bindArray(
                        "abbreviations",
                        String.class,
                        certifications.stream()
                                .map(VersionCertification::abbreviation)
                                .toArray())
                .mapTo(UUID.class)
                .list());
    }

    private List<StoredCertification> withRules(Handle h, List<Row> rows) {
        Map<UUID, List<RuleVersion>> rules = h
                .createQuery("""
                        SELECT certification_id, version, effective_from, recorded_at, rule::text AS rule, rule_text,
                               note
                        FROM certification_rule WHERE certification_id = ANY (:ids) ORDER BY certification_id, version
                        """)
                .bindArray("ids", UUID.class, rows.stream().map(Row::id).toArray())
                .map(RecordMapper.of(RuleRow.class))
                .stream()
                .collect(Collectors.groupingBy(
                        RuleRow::certificationId, Collectors.mapping(this::ruleVersion, Collectors.toList())));
        return rows.stream()
                .map(row -> row.stored(rules.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private RuleVersion ruleVersion(RuleRow row) {
        return new RuleVersion(
                row.version(), row.effectiveFrom(), row.recordedAt(), read(row.rule()), row.ruleText(), row.note());
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
            long revision,
            @Nullable Integer announcedVersion) {

        StoredCertification stored(List<RuleVersion> rules) {
            return new StoredCertification(
                    id, frameworkId, position, name, abbreviation, issuer, revision, announcedVersion, rules);
        }
    }

    /** A row, public because Jdbi makes it. */
    public record RuleRow(
            UUID certificationId,
            int version,
            LocalDate effectiveFrom,
            Instant recordedAt,
            String rule,
            String ruleText,
            @Nullable String note) {}
}
