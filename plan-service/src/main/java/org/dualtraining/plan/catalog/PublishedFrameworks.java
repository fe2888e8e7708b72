package org.dualtraining.plan.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.dualtraining.kit.problem.Unprocessable;
import org.dualtraining.plan.catalog.PublishedFramework.PublishedCompetency;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Published framework versions. They never change, so each is asked for once and kept: plans work without the catalog. */
@ApplicationScoped
public class PublishedFrameworks {

    private final CatalogClient catalog;
    private final Jdbi jdbi;
    private final ObjectMapper json;

    @Inject
    PublishedFrameworks(@RestClient CatalogClient catalog, Jdbi jdbi, ObjectMapper json) {
        this.catalog = catalog;
        this.jdbi = jdbi;
        this.json = json;
    }

    /**
     * @param number the version, or null for the latest that is published
     * @throws Unprocessable when the catalog knows no such published version
     */
    public PublishedFramework get(UUID frameworkId, @Nullable Integer number) {
        return get(frameworkId, number, "/frameworkVersion");
    }

    /** @param pointer where the version stands in the request */
    public PublishedFramework get(UUID frameworkId, @Nullable Integer number, String pointer) {
        if (number == null) {
            Integer latest =
                    ask("/frameworkId", () -> catalog.framework(frameworkId)).latestPublished();
            if (latest == null) {
                throw new Unprocessable("/frameworkId", "must be a framework with a published version");
            }
            return get(frameworkId, latest, pointer);
        }
        return copyOf(frameworkId, number)
                .orElseGet(() -> fetch(frameworkId, number, pointer).framework());
    }

    /** What printing needs of a version; asked for again where the copy is older than the need. */
    public FrameworkDetails details(UUID frameworkId, int number) {
        Optional<FrameworkDetails> copy = jdbi.withHandle(h -> h.createQuery("""
                                SELECT details::text FROM published_framework
                                WHERE framework_id = :id AND number = :number AND details IS NOT NULL
                                """)
                        .bind("id", frameworkId)
                        .bind("number", number)
                        .mapTo(String.class)
                        .findOne())
                .map(body -> read(body, FrameworkDetails.class));
        return copy.orElseGet(
                () -> fetch(frameworkId, number, "/frameworkVersion").details());
    }

    private Optional<PublishedFramework> copyOf(UUID frameworkId, int number) {
        return jdbi.withHandle(h -> h.createQuery(
                                "SELECT body::text FROM published_framework WHERE framework_id = :id AND number = :number")
                        .bind("id", frameworkId)
                        .bind("number", number)
                        .mapTo(String.class)
                        .findOne())
                .map(body -> read(body, PublishedFramework.class));
    }

    private Copy fetch(UUID frameworkId, int number, String pointer) {
        CatalogClient.Framework framework = ask("/frameworkId", () -> catalog.framework(frameworkId));
        if (!framework.hasPublished(number)) {
            throw new Unprocessable(pointer, "must be a version that is published");
        }
        CatalogClient.Version version = ask(pointer, () -> catalog.version(frameworkId, number));
        Copy copy = new Copy(translate(framework, version), FrameworkDetails.of(version));
        keep(copy);
        return copy;
    }

    private void keep(Copy copy) {
        jdbi.useHandle(h -> h.createUpdate("""
                        INSERT INTO published_framework (framework_id, number, body, details)
                        VALUES (:id, :number, CAST(:body AS jsonb), CAST(:details AS jsonb))
                        ON CONFLICT (framework_id, number) DO UPDATE SET details = excluded.details
                        """)
                .bind("id", copy.framework().id())
                .bind("number", copy.framework().number())
                .bind("body", write(copy.framework()))
                .bind("details", write(copy.details()))
                .execute());
    }

    private static <T> T ask(String pointer, Supplier<T> question) {
        return CatalogQuestion.ask(question)
                .orElseThrow(() -> new Unprocessable(pointer, "must be known to the catalog"));
    }

    private static PublishedFramework translate(CatalogClient.Framework framework, CatalogClient.Version version) {
        Map<UUID, PublishedCompetency> byId = new LinkedHashMap<>();
        for (CatalogClient.Section section : version.sections()) {
            collect(section.competencies(), section.recommendedDelivery(), byId);
        }
        return new PublishedFramework(
                framework.id(),
                version.number(),
                framework.title(),
                framework.occupation().id(),
                framework.occupation().title(),
                List.copyOf(byId.values()),
                version.formOrder().stream().filter(byId::containsKey).toList(),
                version.certifications().stream()
                        .map(CatalogClient.Certification::id)
                        .toList());
    }

    private static void collect(
            List<CatalogClient.Competency> competencies, Delivery delivery, Map<UUID, PublishedCompetency> byId) {
        for (CatalogClient.Competency c : competencies) {
            byId.put(c.id(), new PublishedCompetency(c.id(), c.name(), c.core(), delivery));
            collect(c.children() == null ? List.of() : c.children(), delivery, byId);
        }
    }

    private <T> T read(String body, Class<T> type) {
        try {
            return json.readValue(body, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the copy of a published framework cannot be read", e);
        }
    }

    private String write(Object copy) {
        try {
            return json.writeValueAsString(copy);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a published framework cannot be written", e);
        }
    }

    private record Copy(PublishedFramework framework, FrameworkDetails details) {}
}
