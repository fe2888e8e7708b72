package org.dualtraining.catalog.casepackage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which nodes of a graph go round in circles. Linear, because a package may have as many edges as it is allowed. */
final class Cycles {

    private Cycles() {}

    /** Those that are in a cycle or between two. */
    static Set<String> in(Map<String, List<String>> parentsOf) {
        Set<String> nodes = new HashSet<>(parentsOf.keySet());
        parentsOf.values().forEach(nodes::addAll);
        Map<String, List<String>> childrenOf = new HashMap<>();
        parentsOf.forEach((child, parents) -> parents.forEach(parent ->
                childrenOf.computeIfAbsent(parent, any -> new ArrayList<>(1)).add(child)));
        peel(nodes, parentsOf, childrenOf);
        peel(nodes, childrenOf, parentsOf);
        return nodes;
    }

    /** Takes away, again and again, what leads nowhere. */
    private static void peel(Set<String> nodes, Map<String, List<String>> ahead, Map<String, List<String>> behind) {
        Map<String, Integer> open = new HashMap<>();
        Deque<String> ends = new ArrayDeque<>();
        for (String node : nodes) {
            int count = (int) ahead.getOrDefault(node, List.of()).stream()
                    .filter(nodes::contains)
                    .count();
            open.put(node, count);
            if (count == 0) {
                ends.add(node);
            }
        }
        while (!ends.isEmpty()) {
            String end = ends.remove();
            nodes.remove(end);
            for (String node : behind.getOrDefault(end, List.of())) {
                if (nodes.contains(node) && open.merge(node, -1, Integer::sum) == 0) {
                    ends.add(node);
                }
            }
        }
    }
}
