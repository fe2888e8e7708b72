package org.dualtraining.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Rules for the seed's certifications, so that there is something to see. They name competencies; the API wants ids. */
final class IllustrativeRules {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "/certification-rules-illustration.json";

    private final JsonNode content;

    private IllustrativeRules(JsonNode content) {
        this.content = content;
    }

    static IllustrativeRules load() {
        try (InputStream file = IllustrativeRules.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not on the class path");
            }
            return new IllustrativeRules(JSON.readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is an illustration for the certification. */
    boolean has(String abbreviation) {
        return content.path("rules").has(abbreviation);
    }

    /** What readers see beside each rule: that it is an illustration. */
    String label() {
        return content.path("label").asText();
    }

    JsonNode rule(String abbreviation, PublishedSeed seed) {
        return withIds(of(abbreviation), seed);
    }

    private JsonNode of(String abbreviation) {
        JsonNode found = content.path("rules").path(abbreviation);
        if (found.isMissingNode()) {
            throw new LauncherFailure(FILE + " has no rule for " + abbreviation + ".");
        }
        return found;
    }

    private static JsonNode withIds(JsonNode node, PublishedSeed seed) {
        if (node.isArray()) {
            ArrayNode changed = JSON.createArrayNode();
            node.forEach(element -> changed.add(withIds(element, seed)));
            return changed;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode changed = JSON.createObjectNode();
        node.properties().forEach(member -> {
            JsonNode value = member.getValue();
            switch (member.getKey()) {
                case "competency" ->
                    changed.put("competency", seed.competency(value.asText()).toString());
                case "credential" ->
                    changed.put("credential", seed.certification(value.asText()).toString());
                default -> changed.set(member.getKey(), withIds(value, seed));
            }
        });
        return changed;
    }
}
