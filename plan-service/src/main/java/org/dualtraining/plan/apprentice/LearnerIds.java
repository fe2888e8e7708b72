package org.dualtraining.plan.apprentice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The ids by which providers know apprentices. */
@ApplicationScoped
public class LearnerIds {

    private final Jdbi jdbi;

    @Inject
    LearnerIds(Jdbi jdbi) {
        this.jdbi = jdbi;
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

    static Map<UUID, List<LearnerId>> of(Handle h, Collection<UUID> apprenticeIds) {
        return h
                .createQuery("""
                        SELECT apprentice_id, provider_id, learner_id FROM learner_id
                        WHERE apprentice_id = ANY (:ids) ORDER BY provider_id, learner_id
                        """)
                .bindArray("ids", UUID.class, apprenticeIds.toArray())
                .map((row, context) -> Map.entry(
                        row.getObject(1, UUID.class), new LearnerId(row.getObject(2, UUID.class), row.getString(3))))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** @return the places in the list of those that belong to somebody else */
    static List<Integer> add(Handle h, UUID id, List<LearnerId> learnerIds) {
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
}
