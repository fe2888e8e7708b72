package org.dualtraining.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The explanation of an eligibility as lines that a person reads. */
final class ExplanationTree {

    private static final Map<String, String> MARKS =
            Map.of("SATISFIED", "[x]", "MISSING", "[ ]", "EXPIRED", "[expired]");

    private ExplanationTree() {}

    static List<String> lines(JsonNode explanation) {
        List<String> lines = new ArrayList<>();
        add(explanation, "", lines);
        return lines;
    }

    /** Only the leaves that stand in the way. */
    static List<String> unsatisfiedLeaves(JsonNode explanation) {
        List<String> names = new ArrayList<>();
        collect(explanation, names);
        return names;
    }

    private static void add(JsonNode node, String indent, List<String> lines) {
        int events = node.path("eventIds").size();
        String proof =
                events == 0 ? "" : "   (event " + node.path("eventIds").path(0).asText() + ")";
        lines.add(indent + mark(node) + " " + node.path("node").asText() + proof);
        node.path("children").forEach(child -> add(child, indent + "    ", lines));
    }

    private static String mark(JsonNode node) {
        return MARKS.getOrDefault(node.path("status").asText(), "[?]");
    }

    private static void collect(JsonNode node, List<String> names) {
        boolean isLeaf = node.path("children").isEmpty();
        if (isLeaf && !node.path("status").asText().equals("SATISFIED")) {
            names.add(node.path("node").asText());
        }
        node.path("children").forEach(child -> collect(child, names));
    }
}
