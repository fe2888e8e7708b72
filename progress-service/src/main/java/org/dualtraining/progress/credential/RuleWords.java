package org.dualtraining.progress.credential;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dualtraining.progress.eligibility.Explanation;
import org.dualtraining.progress.eligibility.Explanation.Status;

/** An explanation as a sentence. */
final class RuleWords {

    private RuleWords() {}

    /** What satisfies: "all of (Privacy and Security; any of (Coding, rated at least 3))". */
    static String satisfied(Explanation node) {
        return words(
                node, node.children().stream().filter(RuleWords::isSatisfied).toList(), RuleWords::satisfied);
    }

    /** What is missing or expired, without what is there. */
    static String missing(Explanation node) {
        List<Explanation> lacking =
                node.children().stream().filter(child -> !isSatisfied(child)).toList();
        String words = words(node, lacking, RuleWords::missing);
        return node.status() == Status.EXPIRED && lacking.isEmpty() ? words + ", expired" : words;
    }

    private static String words(Explanation node, List<Explanation> parts, Function<Explanation, String> each) {
        return parts.isEmpty()
                ? node.node()
                : parts.stream().map(each).collect(Collectors.joining("; ", node.node() + " (", ")"));
    }

    /** The events that satisfy, each once, in the order of the rule. */
    static List<UUID> evidence(Explanation node) {
        Set<UUID> events = new LinkedHashSet<>();
        collect(node, events);
        return new ArrayList<>(events);
    }

    private static void collect(Explanation node, Set<UUID> events) {
        if (isSatisfied(node)) {
            events.addAll(node.eventIds());
            node.children().forEach(child -> collect(child, events));
        }
    }

    private static boolean isSatisfied(Explanation node) {
        return node.status() == Status.SATISFIED;
    }
}
