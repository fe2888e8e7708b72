package org.dualtraining.plan.apprentice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dualtraining.kit.page.PageRequest;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** The apprentices and their learner ids. */
@ApplicationScoped
public class Apprentices {

    private final Jdbi jdbi;

    @Inject
    Apprentices(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The apprentice, when {@code onlyEmployer} is empty or is the apprentice's employer. */
    public Optional<Apprentice> find(UUID id, Optional<UUID> onlyEmployer) {
        return jdbi.withHandle(h -> {
            List<Row> rows = h.createQuery("""
                            SELECT id, name, email, employer_id, occupation_id, version FROM apprentice
                            WHERE id = :id AND (CAST(:employer AS uuid) IS NULL OR employer_id = :employer)
                            """)
                    .bind("id", id)
                    .bind("employer", onlyEmployer.orElse(null))
                    .map(ConstructorMapper.of(Row.class))
                    .list();
            return withLearnerIds(h, rows).stream().findFirst();
        });
    }

    List<Apprentice> page(PageRequest page, Optional<UUID> onlyEmployer) {
        return jdbi.withHandle(h -> {
            List<Row> rows = h.createQuery("""
                            SELECT id, name, email, employer_id, occupation_id, version FROM apprentice
                            WHERE id > :after AND (CAST(:employer AS uuid) IS NULL OR employer_id = :employer)
                            ORDER BY id LIMIT :rows
                            """)
                    .bind("after", page.afterId())
                    .bind("employer", onlyEmployer.orElse(null))
                    .bind("rows", page.rows())
                    .map(ConstructorMapper.of(Row.class))
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
            requireFree(addLearnerIds(h, id, input.learnerIdsOrNone()));
        });
    }

    /** Writes the next version; false when somebody else was faster. */
    boolean update(UUID id, long version, ApprenticeInput input) {
        return jdbi.withHandle(h -> {
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
            requireFree(addLearnerIds(h, id, input.learnerIdsOrNone()));
            return updated == 1;
        });
    }

    void addLearnerId(UUID id, LearnerId learnerId) {
        jdbi.useHandle(h -> {
            h.createUpdate("""
                            UPDATE apprentice SET version = version + 1 WHERE id = :id AND NOT EXISTS
                                (SELECT 1 FROM learner_id WHERE provider_id = :providerId AND learner_id = :learnerId)
                            """).bind("id", id).bindMethods(learnerId).execute();
            if (!addLearnerIds(h, id, List.of(learnerId)).isEmpty()) {
                throw new LearnerIdIsTaken(List.of("/learnerId"));
            }
        });
    }

    /** Who is known by these learner ids; absent where nobody is. */
    public Map<LearnerId, UUID> apprenticesOf(Collection<LearnerId> learnerIds) {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT l.provider_id, l.learner_id, l.apprentice_id
                        FROM unnest(:providers, :learners) AS asked (provider_id, learner_id)
                        JOIN learner_id l USING (provider_id, learner_id)
                        """)
                .bindArray(
                        "providers",
                        UUID.class,
                        learnerIds.stream().map(LearnerId::providerId).toArray())
                .bindArray(
                        "learners",
                        String.class,
                        learnerIds.stream().map(LearnerId::learnerId).toArray())
                .reduceRows(new HashMap<>(), (known, row) -> {
                    known.put(
                            new LearnerId(row.getColumn(1, UUID.class), row.getColumn(2, String.class)),
                            row.getColumn(3, UUID.class));
                    return known;
                }));
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

    /** @return the places in the list of those that belong to somebody else */
    private static List<Integer> addLearnerIds(Handle h, UUID id, List<LearnerId> learnerIds) {
        if (learnerIds.isEmpty()) {
            return List.of();
        }
        Object[] providers = learnerIds.stream().map(LearnerId::providerId).toArray();
        Object[] learners = learnerIds.stream().map(LearnerId::learnerId).toArray();
        h.createUpdate("""
                        INSERT INTO learner_id (provider_id, learner_id, apprentice_id)
                        SELECT provider_id, learner_id, :id FROM unnest(:providers, :learners) AS l (provider_id, learner_id)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("id", id)
                .bindArray("providers", UUID.class, providers)
                .bindArray("learners", String.class, learners)
                .execute();
        return h.createQuery("""
                        SELECT l.ordinal - 1 FROM unnest(:providers, :learners)
                            WITH ORDINALITY AS l (provider_id, learner_id, ordinal)
                        JOIN learner_id USING (provider_id, learner_id) WHERE apprentice_id <> :id ORDER BY 1
                        """)
                .bind("id", id)
                .bindArray("providers", UUID.class, providers)
                .bindArray("learners", String.class, learners)
                .mapTo(Integer.class)
                .list();
    }

    private static List<Apprentice> withLearnerIds(Handle h, List<Row> rows) {
        Map<UUID, List<LearnerId>> learnerIds = h
                .createQuery("""
                        SELECT apprentice_id, provider_id, learner_id FROM learner_id
                        WHERE apprentice_id = ANY (:ids) ORDER BY provider_id, learner_id
                        """)
                .bindArray("ids", UUID.class, rows.stream().map(Row::id).toArray())
                .map((row, context) -> Map.entry(
                        row.getObject(1, UUID.class), new LearnerId(row.getObject(2, UUID.class), row.getString(3))))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
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
            long version) {

        Apprentice with(List<LearnerId> learnerIds) {
            return new Apprentice(id, name, email, employerId, occupationId, learnerIds, version);
        }
    }
}
