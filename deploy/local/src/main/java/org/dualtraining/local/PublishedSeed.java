package org.dualtraining.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The framework of the seed document as the catalog publishes it: what the demonstration and the tests name by name. */
public record PublishedSeed(
        UUID frameworkId, int version, Map<String, UUID> competencies, Map<String, UUID> certifications) {

    private static final String OCCUPATION = "Electronic Health Records Specialist";

    public static Optional<PublishedSeed> find(ApiClient catalog) {
        for (JsonNode framework : catalog.get("/frameworks?limit=200").path("items")) {
            boolean isSeed = framework.path("occupation").path("title").asText().equals(OCCUPATION);
            if (isSeed && framework.path("latestPublished").isInt()) {
                return Optional.of(of(
                        catalog,
                        UUID.fromString(framework.path("id").asText()),
                        framework.path("latestPublished").asInt()));
            }
        }
        return Optional.empty();
    }

    public static PublishedSeed require(ApiClient catalog) {
        return find(catalog)
                .orElseThrow(
                        () -> new LauncherFailure("The catalog has no published framework for " + OCCUPATION + "."));
    }

    public static PublishedSeed of(ApiClient catalog, UUID frameworkId, int number) {
        JsonNode version = catalog.get("/frameworks/" + frameworkId + "/versions/" + number);
        Map<String, UUID> competencies = new LinkedHashMap<>();
        version.path("sections").forEach(section -> collect(section.path("competencies"), competencies));
        Map<String, UUID> certifications = new LinkedHashMap<>();
        version.path("certifications")
                .forEach(certification ->
                        certifications.put(certification.path("abbreviation").asText(), id(certification)));
        return new PublishedSeed(frameworkId, number, competencies, certifications);
    }

    private static void collect(JsonNode list, Map<String, UUID> found) {
        for (JsonNode competency : list) {
            found.put(competency.path("name").asText(), id(competency));
            collect(competency.path("children"), found);
        }
    }

    private static UUID id(JsonNode node) {
        return UUID.fromString(node.path("id").asText());
    }

    public UUID competency(String name) {
        UUID id = competencies.get(name);
        if (id == null) {
            throw new LauncherFailure("The framework has no competency named " + name + ".");
        }
        return id;
    }

    public UUID certification(String abbreviation) {
        UUID id = certifications.get(abbreviation);
        if (id == null) {
            throw new LauncherFailure("The framework has no certification " + abbreviation + ".");
        }
        return id;
    }
}
