package org.dualtraining.plan.apprentice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.kit.database.RecordMapper;
import org.dualtraining.kit.page.PageRequest;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The apprentices and their learner ids. */
@ApplicationScoped
public class Apprentices {

    private static final String COLUMNS = """
            SELECT id, name, email, employer_id, occupation_id, merged_into, erased_at, version FROM apprentice
            """;

    private final Jdbi jdbi;

    @Inject
    Apprentices(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The apprentice, when {@code onlyEmployer} is empty or is the apprentice's employer. */
    public Optional<Apprentice> find(UUID id, Optional<UUID> onlyEmployer) {
        return jdbi.withHandle(h -> {
            List<Row> rows = h.createQuery(COLUMNS + """
                            WHERE id = :id AND (CAST(:employer AS uuid) IS NULL OR employer_id = :employer)
                            """)
                    .bind("id", id)
                    .bind("employer", onlyEmployer.orElse(null))
                    .map(RecordMapper.of(Row.class))
                    .list();
            return withLearnerIds(h, rows).stream().findFirst();
        });
    }

    public List<Apprentice> findAll(Collection<UUID> ids) {
        return jdbi.withHandle(h -> withLearnerIds(
                h,
                h.createQuery(COLUMNS + "WHERE id = ANY (:ids)")
                        .bindArray("ids", UUID.class, ids.toArray())
                        .map(RecordMapper.of(Row.class))
                        .list()));
    }

    /**
     * These apprentices, which nobody else changes, merges or makes a plan for until this transaction ends. The weaker
     * lock lets others insert rows that name them: intake does so before it locks them, so FOR UPDATE would deadlock.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Apprentice> lock(Collection<UUID> ids) {
        return jdbi.withHandle(h -> {
            List<Row> rows = h.createQuery(COLUMNS + """
                            WHERE id = ANY (:ids) ORDER BY id FOR NO KEY UPDATE
                            """)
                    .bindArray("ids", UUID.class, ids.toArray())
                    .map(RecordMapper.of(Row.class))
                    .list();
            return withLearnerIds(h, rows);
        });
    }

    /** Refuses new things for whoever is merged or erased, and keeps it so until this transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void requireOpen(Collection<UUID> ids) {
        lock(ids).forEach(Apprentice::requireOpen);
    }

    /** What the duplicate was known by, the other one is known by from now on. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void merge(UUID duplicate, UUID into) {
        jdbi.useHandle(h -> {
            h.execute("UPDATE learner_id SET apprentice_id = ? WHERE apprentice_id = ?", into, duplicate);
            h.execute("UPDATE apprentice SET merged_into = ?, version = version + 1 WHERE id = ?", into, duplicate);
            h.execute("UPDATE apprentice SET version = version + 1 WHERE id = ?", into);
        });
    }

    /** An apprentice that was found, as it is now. */
    Apprentice get(UUID id) {
        return find(id, Optional.empty()).orElseThrow();
    }

    List<Apprentice> page(PageRequest page, Optional<UUID> onlyEmployer) {
        return jdbi.withHandle(h -> {
            List<Row> rows = h.createQuery(COLUMNS + """
                            WHERE id > :after AND (CAST(:employer AS uuid) IS NULL OR employer_id = :employer)
                            ORDER BY id LIMIT :rows
                            """)
                    .bind("after", page.afterId())
                    .bind("employer", onlyEmployer.orElse(null))
                    .bind("rows", page.rows())
                    .map(RecordMapper.of(Row.class))
                    .list();
            return withLearnerIds(h, rows);
        });
    }

    void insert(UUID id, ApprenticeInput input) {
        jdbi.useHandle(h -> {
            h.createUpdate("""
                            INSERT INTO apprentice (id, name, email, employer_id, occupation_id)
                            VALUES (:id, :name, :email, :employerId, :occupationId)
                            """).bind("id", id).bindMethods(input).execute();
            requireFree(LearnerIds.add(h, id, input.learnerIdsOrNone()));
        });
    }

    /** Writes the next version; false when somebody else was faster. */
    boolean update(UUID id, long version, ApprenticeInput input) {
        return jdbi.withHandle(h -> {
            // a plan that is just being made is not to be missed
            lock(List.of(id));
            requireNoOpenPlanElsewhere(h, id, input.employerId());
            int updated = h.createUpdate("""
                            UPDATE apprentice SET name = :name, email = :email, employer_id = :employerId,
                                occupation_id = :occupationId, version = version + 1
                            WHERE id = :id AND version = :version
                            """)
                    .bind("id", id)
                    .bind("version", version)
                    .bindMethods(input)
                    .execute();
            requireFree(LearnerIds.add(h, id, input.learnerIdsOrNone()));
            return updated == 1;
        });
    }

    /** False when it was there already. */
    boolean addLearnerId(UUID id, LearnerId learnerId) {
        return jdbi.withHandle(h -> {
            int added =
                    h.createUpdate("""
                            UPDATE apprentice SET version = version + 1 WHERE id = :id AND NOT EXISTS
                                (SELECT 1 FROM learner_id WHERE provider_id = :providerId AND learner_id = :learnerId)
                            """).bind("id", id).bindMethods(learnerId).execute();
            if (!LearnerIds.add(h, id, List.of(learnerId)).isEmpty()) {
                throw new LearnerIdIsTaken(List.of("/learnerId"));
            }
            return added == 1;
        });
    }

    /** An open plan belongs to the employer that it was made with. */
    private static void requireNoOpenPlanElsewhere(Handle h, UUID id, UUID employerId) {
        boolean hasOne = h.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM training_plan
                            WHERE apprentice_id = :id AND employer_id <> :employer
                              AND status NOT IN ('COMPLETED', 'CANCELLED'))
                        """)
                .bind("id", id)
                .bind("employer", employerId)
                .mapTo(Boolean.class)
                .one();
        if (hasOne) {
            throw new ApprenticeHasOpenPlan();
        }
    }

    private static void requireFree(List<Integer> taken) {
        if (!taken.isEmpty()) {
            throw new LearnerIdIsTaken(
                    taken.stream().map(i -> "/learnerIds/" + i + "/learnerId").toList());
        }
    }

    private static List<Apprentice> withLearnerIds(Handle h, List<Row> rows) {
        Map<UUID, List<LearnerId>> learnerIds =
                LearnerIds.of(h, rows.stream().map(Row::id).toList());
        return rows.stream()
                .map(row -> row.with(learnerIds.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** A row of table apprentice. */
    public record Row(
            UUID id,
            String name,
            @Nullable String email,
            UUID employerId,
            @Nullable UUID occupationId,
            @Nullable UUID mergedInto,
            @Nullable Instant erasedAt,
            long version) {

        Apprentice with(List<LearnerId> learnerIds) {
            return new Apprentice(id, name, email, employerId, occupationId, learnerIds, mergedInto, erasedAt, version);
        }
    }
}
