package org.dualtraining.catalog.casepackage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The items of a package as one tree: below the first parent by sequence, in the order of sequence numbers and then of the
 * file. What has no parent in the package stands at the top, behind what the document has as children.
 */
final class Outline {

    private final CasePackage file;
    private final String document;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, List<Edge>> edges = new HashMap<>();
    private final Map<String, List<Edge>> childrenOf = new HashMap<>();

    private Outline(CasePackage file) {
        this.file = file;
        this.document = PackageCheck.key(file.identifier());
    }

    /** One isChildOf that says where an item stands. */
    record Edge(String child, String parent, int sequence, int position, int association) {}

    /** An item at its place; {@code parent} is empty for one whose parent is the document or nothing in the package. */
    record Entry(
            int item,
            String identifier,
            String parent,
            @Nullable Edge edge,
            int depth,
            boolean hasOtherParents) {}

    static List<Entry> of(CasePackage file) {
        Outline outline = new Outline(file);
        outline.readPlaces();
        outline.readEdges();
        outline.choose();
        return outline.walk();
    }

    private void readPlaces() {
        int index = 0;
        for (Part item : file.all(EntityKind.ITEM)) {
            int at = index++;
            String id = PackageCheck.key(item.identifier());
            // one without an id, or with the document's, would be its own parent; both are refused
            if (!id.isEmpty() && !id.equals(document)) {
                places.putIfAbsent(id, at);
            }
        }
    }

    private void readEdges() {
        int index = 0;
        for (Part part : file.all(EntityKind.ASSOCIATION)) {
            ObjectNode association = part.json();
            int at = index++;
            if (!association.path("associationType").asText().equals(AssociationTypes.CHILD)) {
                continue;
            }
            String child = id(association, "originNodeURI");
            String parent = id(association, "destinationNodeURI");
            Integer place = places.get(child);
            if (place != null && (places.containsKey(parent) || parent.equals(document))) {
                edges.computeIfAbsent(child, any -> new ArrayList<>(1))
                        .add(new Edge(child, parent, sequence(association), place, at));
            }
        }
    }

    private static String id(ObjectNode association, String end) {
        return PackageCheck.key(association.path(end).path("identifier").asText());
    }

    private static int sequence(ObjectNode association) {
        return Conformance.integer(association.path("sequenceNumber"))
                .map(JsonNode::asInt)
                .orElse(Integer.MAX_VALUE);
    }

    /** Where a file that was taken in with its problems goes round in circles, the circle is cut open. */
    private void choose() {
        Map<String, List<String>> parents = new HashMap<>();
        edges.forEach((child, all) ->
                parents.put(child, all.stream().map(Edge::parent).toList()));
        Set<String> round = Cycles.in(parents);
        Map<String, Edge> chosen = new LinkedHashMap<>();
        for (Map.Entry<String, List<Edge>> each : edges.entrySet()) {
            each.getValue().stream()
                    .filter(edge -> !(round.contains(edge.child()) && round.contains(edge.parent())))
                    .min(Comparator.comparingInt(Edge::sequence).thenComparingInt(Edge::association))
                    .ifPresent(edge -> chosen.put(each.getKey(), edge));
        }
        chosen.values().forEach(edge -> childrenOf
                .computeIfAbsent(edge.parent(), any -> new ArrayList<>())
                .add(edge));
        for (String item : places.keySet()) {
            if (!chosen.containsKey(item)) {
                childrenOf
                        .computeIfAbsent("", any -> new ArrayList<>())
                        .add(new Edge(item, "", Integer.MAX_VALUE, place(item), -1));
            }
        }
        Comparator<Edge> order = Comparator.comparingInt(Edge::sequence).thenComparingInt(Edge::position);
        childrenOf.values().forEach(children -> children.sort(order));
    }

    private int place(String item) {
        return places.getOrDefault(item, 0);
    }

    /** Without recursion: a chain may be as long as the package. */
    private List<Entry> walk() {
        List<Entry> entries = new ArrayList<>();
        Deque<Step> open = new ArrayDeque<>();
        push(open, "", 0);
        push(open, document, 0);
        while (!open.isEmpty()) {
            Step step = open.pop();
            Edge edge = step.edge();
            String parent = edge.parent().equals(document) ? "" : edge.parent();
            entries.add(new Entry(
                    edge.position(),
                    edge.child(),
                    parent,
                    edge.association() < 0 ? null : edge,
                    step.depth(),
                    edges.getOrDefault(edge.child(), List.of()).size() > 1));
            push(open, edge.child(), step.depth() + 1);
        }
        return entries;
    }

    private void push(Deque<Step> open, String parent, int depth) {
        List<Edge> children = childrenOf.getOrDefault(parent, List.of());
        for (int index = children.size() - 1; index >= 0; index--) {
            open.push(new Step(children.get(index), depth));
        }
    }

    private record Step(Edge edge, int depth) {}
}
