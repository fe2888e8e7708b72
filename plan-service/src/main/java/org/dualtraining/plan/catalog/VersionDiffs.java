package org.dualtraining.plan.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.kit.problem.Unprocessable;
import org.dualtraining.plan.catalog.VersionDiff.Fate;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jdbi.v3.core.Jdbi;

/** Differences of published versions. Neither side ever changes, so each is asked for once and kept. */
@ApplicationScoped
public class VersionDiffs {

    private final CatalogClient catalog;
    private final Jdbi jdbi;
    private final ObjectMapper json;

    @Inject
    VersionDiffs(@RestClient CatalogClient catalog, Jdbi jdbi, ObjectMapper json) {
        this.catalog = catalog;
        this.jdbi = jdbi;
        this.json = json;
    }

    /** The difference of two versions that are known to be published. */
    public VersionDiff between(UUID frameworkId, int from, int to) {
        return jdbi.withHandle(h -> h.createQuery("""
                                SELECT body::text FROM version_diff
                                WHERE framework_id = :id AND from_number = :from AND to_number = :to
                                """)
                        .bind("id", frameworkId)
                        .bind("from", from)
                        .bind("to", to)
                        .mapTo(String.class)
                        .findOne())
                .map(this::read)
                .orElseGet(() -> fetch(frameworkId, from, to));
    }

    private VersionDiff fetch(UUID frameworkId, int from, int to) {
        VersionDiff diff = translate(CatalogQuestion.ask(() -> catalog.diff(frameworkId, from, to))
                .orElseThrow(() -> new Unprocessable("/to", "must be a version that the catalog can compare")));
        jdbi.useHandle(h -> h.createUpdate("""
                        INSERT INTO version_diff (framework_id, from_number, to_number, body)
                        VALUES (:id, :from, :to, CAST(:body AS jsonb)) ON CONFLICT DO NOTHING
                        """)
                .bind("id", frameworkId)
                .bind("from", from)
                .bind("to", to)
                .bind("body", write(diff))
                .execute());
        return diff;
    }

    private static VersionDiff translate(CatalogClient.Diff diff) {
        Map<UUID, Fate> fates = new HashMap<>();
        add(fates, Fate.KEPT, diff.kept());
        add(fates, Fate.REWORDED, diff.reworded());
        add(fates, Fate.CHANGED, diff.changed());
        add(fates, Fate.NOT_MENTIONED, diff.notMentioned());
        add(fates, Fate.RETIRED, diff.retired());
        add(fates, Fate.NEW, diff.added());
        return new VersionDiff(
                fates,
                diff.replacedBy().stream()
                        .map(replacement -> new VersionDiff.Replacement(replacement.from(), replacement.to()))
                        .toList());
    }

    private static void add(Map<UUID, Fate> fates, Fate fate, List<CatalogClient.CompetencyId> competencies) {
        competencies.forEach(competency -> fates.put(competency.id(), fate));
    }

    private VersionDiff read(String body) {
        try {
            return json.readValue(body, VersionDiff.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the copy of a difference of versions cannot be read", e);
        }
    }

    private String write(VersionDiff diff) {
        try {
            return json.writeValueAsString(diff);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a difference of versions cannot be written", e);
        }
    }
}
