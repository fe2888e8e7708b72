package org.dualtraining.plan.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dualtraining.kit.database.RecordMapper;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.problem.Unprocessable;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The providers of training. */
@ApplicationScoped
public class Providers {

    private static final String COLUMNS =
            "SELECT id, name, type, pass_grades, pass_score_percent, version FROM provider ";

    private final Jdbi jdbi;

    @Inject
    Providers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Optional<Provider> find(UUID id) {
        return Optional.ofNullable(findAll(List.of(id)).get(id));
    }

    public Map<UUID, Provider> findAll(Collection<UUID> ids) {
        return jdbi
                .withHandle(h -> h.createQuery(COLUMNS + "WHERE id = ANY (:ids)")
                        .bindArray("ids", UUID.class, ids.toArray())
                        .map(RecordMapper.of(Provider.class))
                        .list())
                .stream()
                .collect(Collectors.toMap(Provider::id, Function.identity()));
    }

    /**
     * The provider that a caller acts for: its own, or for an agency the one that is named. A college that names another
     * provider hears the same as if that one did not exist.
     */
    public UUID actingFor(Caller caller, @Nullable UUID named) {
        UUID provider = caller.isAgency() ? named : caller.providerId();
        boolean isOwn = caller.isAgency() || named == null || named.equals(provider);
        if (provider == null || !isOwn || find(provider).isEmpty()) {
            throw new Unprocessable("/providerId", "must be the id of a provider that you may act for");
        }
        return provider;
    }

    List<Provider> page(PageRequest page) {
        return jdbi.withHandle(h -> h.createQuery(COLUMNS + "WHERE id > :after ORDER BY id LIMIT :rows")
                .bind("after", page.afterId())
                .bind("rows", page.rows())
                .map(RecordMapper.of(Provider.class))
                .list());
    }

    void insert(Provider provider) {
        jdbi.useHandle(h -> h.createUpdate("""
                        INSERT INTO provider (id, name, type, pass_grades, pass_score_percent, version)
                        VALUES (:id, :name, :type, :passGrades, :passScorePercent, :version)
                        """)
                .bindMethods(provider)
                .bindArray("passGrades", String.class, provider.passGrades())
                .execute());
    }

    /** Writes the next version; false when somebody else was faster. */
    boolean update(Provider next) {
        return jdbi.withHandle(h -> h.createUpdate("""
                                UPDATE provider SET name = :name, type = :type, pass_grades = :passGrades,
                                    pass_score_percent = :passScorePercent, version = :version
                                WHERE id = :id AND version = :version - 1
                                """)
                        .bindMethods(next)
                        .bindArray("passGrades", String.class, next.passGrades())
                        .execute())
                == 1;
    }
}
