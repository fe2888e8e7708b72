package org.dualtraining.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Loads what a newcomer needs to see something, through the public API as an agency would: imports the state's document,
 * publishes the version and enters the illustrative rules. Where the occupation has a published version already, whatever
 * document it came from, that one is taken as it is: an agency's later work is never overwritten.
 */
public final class SeedLoader {

    private static final String DOCUMENT =
            "catalog-service/src/main/resources/seed/electronic-health-records-specialist.txt";

    private final Path repository;
    private final ApiClient catalog;
    private final Consumer<String> out;

    public SeedLoader(Path repository, ApiClients clients, Consumer<String> out) {
        this.repository = repository;
        this.catalog = clients.agency(Service.CATALOG);
        this.out = out;
    }

    public PublishedSeed load() {
        Optional<PublishedSeed> present = PublishedSeed.find(catalog);
        if (present.isPresent()) {
            out.accept("Found the framework, version " + present.get().version() + " published.");
            enterRules(present.get());
            return present.get();
        }
        JsonNode report = importDocument();
        UUID frameworkId = UUID.fromString(report.path("frameworkId").asText());
        int version = report.path("version").asInt();
        publish(frameworkId, version);
        PublishedSeed seed = PublishedSeed.of(catalog, frameworkId, version);
        enterRules(seed);
        return seed;
    }

    private JsonNode importDocument() {
        JsonNode report = catalog.postText(
                        "/document-imports?name=" + repository.resolve(DOCUMENT).getFileName(), document())
                .orFail("The import of " + DOCUMENT);
        JsonNode counts = report.path("counts");
        out.accept(String.format(
                "%s the competency model: %d occupation, %d competencies, %d certifications, %d form rows, %d"
                        + " findings.",
                report.path("changed").asBoolean() ? "Imported" : "Found",
                counts.path("occupations").asInt(),
                counts.path("competencies").asInt(),
                counts.path("certifications").asInt(),
                counts.path("formRows").asInt(),
                report.path("findings").size()));
        return report;
    }

    private String document() {
        try {
            return Files.readString(repository.resolve(DOCUMENT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void publish(UUID frameworkId, int version) {
        String path = "/frameworks/" + frameworkId + "/versions/" + version;
        ApiClient.Answer draft = catalog.read(path);
        if (draft.body().path("status").asText().equals("DRAFT")) {
            catalog.change("POST", path + "/publication", null, draft);
            out.accept("Published version " + version + " of the framework.");
        }
    }

    private void enterRules(PublishedSeed seed) {
        IllustrativeRules rules = IllustrativeRules.load();
        int entered = 0;
        for (String abbreviation : seed.certifications().keySet()) {
            String path = "/certifications/" + seed.certification(abbreviation);
            ApiClient.Answer certification = catalog.read(path);
            if (certification.body().path("rule").isObject() || !rules.has(abbreviation)) {
                continue;
            }
            catalog.change(
                    "PUT",
                    path + "/rule?note=" + URLEncoder.encode(rules.label(), StandardCharsets.UTF_8),
                    rules.rule(abbreviation, seed),
                    certification);
            entered++;
        }
        if (entered > 0) {
            out.accept("Entered " + entered + " requirement rules (" + rules.label() + ").");
        }
    }
}
