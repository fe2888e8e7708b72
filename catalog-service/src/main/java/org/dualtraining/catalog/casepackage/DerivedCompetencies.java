package org.dualtraining.catalog.casepackage;

import static org.dualtraining.catalog.framework.VersionCompetency.LONGEST_DEFINITION;
import static org.dualtraining.catalog.framework.VersionCompetency.LONGEST_NAME;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.dualtraining.catalog.framework.SectionKind;
import org.dualtraining.catalog.framework.VersionCompetency;
import org.dualtraining.catalog.identity.Names;
import org.jspecify.annotations.Nullable;

/**
 * The items of a package as competencies of a framework: same ids, a name that is unique and short enough for a plan's
 * line, and the full statement as definition. The package itself stays the authority for the verbatim text.
 */
public final class DerivedCompetencies {

    static final int MOST_LEVELS = 50;

    private final CasePackage file;
    private final Map<UUID, VersionCompetency> before = new HashMap<>();
    private final Map<String, SectionKind> sections = new HashMap<>();
    private final Map<String, SectionKind> sectionOf = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<VersionCompetency> rows = new ArrayList<>();

    private DerivedCompetencies(CasePackage file, List<VersionCompetency> latest) {
        this.file = file;
        latest.forEach(row -> before.put(row.competencyId(), row));
        file.id().ifPresent(id -> {
            for (SectionKind kind : SectionKind.values()) {
                sections.put(OwnEntities.section(id, kind).toString(), kind);
            }
        });
    }

    /**
     * The competencies, parents before their children.
     *
     * @param latest what the catalog has by now, for what a package does not say: aliases and, in foreign packages, core
     */
    public static List<VersionCompetency> of(CasePackage file, List<VersionCompetency> latest) {
        return new DerivedCompetencies(file, latest).derive();
    }

    private List<VersionCompetency> derive() {
        List<Part> items = file.all(EntityKind.ITEM);
        for (Outline.Entry entry : Outline.of(file)) {
            if (!sections.containsKey(entry.identifier())) {
                Uuids.read(entry.identifier())
                        .ifPresent(id -> add(id, entry, items.get(entry.item()).json()));
            }
        }
        return inSections(withFormOrder());
    }

    private void add(UUID id, Outline.Entry entry, ObjectNode item) {
        @Nullable SectionKind own = sections.get(entry.parent());
        boolean isTop = entry.parent().isEmpty() || own != null;
        SectionKind section =
                own != null ? own : sectionOf.getOrDefault(entry.parent(), SectionKind.OCCUPATION_SPECIFIC);
        sectionOf.put(entry.identifier(), section);
        @Nullable VersionCompetency old = before.get(id);
        String code = item.path("humanCodingScheme").asText().strip();
        String full = item.path("fullStatement").asText();
        String name = name(item.path("abbreviatedStatement").asText(), full, code);
        rows.add(new VersionCompetency(
                id,
                isTop ? null : UUID.fromString(entry.parent()),
                section,
                rows.size(),
                rows.size(),
                name,
                full.equals(name) || full.isBlank() ? null : cut(full, LONGEST_DEFINITION),
                isCore(item, old),
                old == null ? List.of() : old.aliases(),
                code.isEmpty() ? null : cut(oneLine(code), LONGEST_NAME),
                false));
    }

    private boolean isCore(ObjectNode item, @Nullable VersionCompetency old) {
        String type = item.path("CFItemTypeURI").path("identifier").asText();
        if (!type.equals(OwnEntities.COMPETENCY_TYPE.toString())) {
            return old == null || old.core();
        }
        for (JsonNode keyword : item.path("conceptKeywords")) {
            if (keyword.asText().equals(OwnPackage.CORE)) {
                return true;
            }
        }
        return false;
    }

    private String name(String abbreviated, String full, String code) {
        String said = oneLine(abbreviated);
        String base = said.isEmpty() ? oneLine(full) : said;
        String name = cut(base.isEmpty() ? "Without a statement" : base, LONGEST_NAME);
        if (names.add(Names.folded(name))) {
            return name;
        }
        String coded = withSuffix(name, oneLine(code));
        if (!code.isEmpty() && names.add(Names.folded(coded))) {
            return coded;
        }
        while (true) {
            String numbered =
                    withSuffix(name, String.valueOf(numbers.merge(Names.folded(name), 2, (old, two) -> old + 1)));
            if (names.add(Names.folded(numbered))) {
                return numbered;
            }
        }
    }

    private static String withSuffix(String name, String suffix) {
        String end = " (" + cut(suffix, 100) + ")";
        return cut(name, LONGEST_NAME - end.length()) + end;
    }

    /** On one line and without characters that no name may have. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Z}]+", " ")
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}]", "")
                .strip();
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        int blank = text.lastIndexOf(' ', end);
        return text.substring(0, blank > most / 2 ? blank : end).stripTrailing() + "\u2026";
    }

    /** As the package's own group of precedes has it; else as the list. */
    private List<VersionCompetency> withFormOrder() {
        Map<UUID, Integer> order = formOrder();
        if (order.isEmpty()) {
            return rows;
        }
        List<VersionCompetency> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparingInt(row -> order.getOrDefault(row.competencyId(), Integer.MAX_VALUE)));
        Map<UUID, Integer> positions = new HashMap<>();
        sorted.forEach(row -> positions.put(row.competencyId(), positions.size()));
        return rows.stream()
                .map(row -> at(row, row.listPosition(), positions.getOrDefault(row.competencyId(), 0)))
                .toList();
    }

    private Map<UUID, Integer> formOrder() {
        Map<UUID, Integer> order = new LinkedHashMap<>();
        UUID framework = file.id().orElse(null);
        if (framework == null) {
            return order;
        }
        String grouping = OwnEntities.formOrder(framework).toString();
        TreeMap<Integer, ObjectNode> precedes = new TreeMap<>();
        if (file.all(EntityKind.ASSOCIATION_GROUPING).stream()
                .noneMatch(part -> part.identifier().equals(grouping))) {
            return order;
        }
        for (Part part : file.all(EntityKind.ASSOCIATION)) {
            ObjectNode association = part.json();
            if (association
                    .path("CFAssociationGroupingURI")
                    .path("identifier")
                    .asText()
                    .equals(grouping)) {
                Conformance.integer(association.path("sequenceNumber"))
                        .ifPresent(number -> precedes.put(number.asInt(), association));
            }
        }
        for (ObjectNode association : precedes.values()) {
            for (String end : List.of("originNodeURI", "destinationNodeURI")) {
                Uuids.read(association.path(end).path("identifier").asText())
                        .ifPresent(id -> order.putIfAbsent(id, order.size()));
            }
        }
        return order;
    }

    /** Sections follow each other; within one, parents come before their children. */
    private static List<VersionCompetency> inSections(List<VersionCompetency> derived) {
        List<VersionCompetency> sorted = new ArrayList<>(derived);
        sorted.sort(Comparator.comparing(VersionCompetency::section));
        List<VersionCompetency> numbered = new ArrayList<>(sorted.size());
        sorted.forEach(row -> numbered.add(at(row, numbered.size(), row.formPosition())));
        return numbered;
    }

    private static VersionCompetency at(VersionCompetency row, int listPosition, int formPosition) {
        return new VersionCompetency(
                row.competencyId(),
                row.parentId(),
                row.section(),
                listPosition,
                formPosition,
                row.name(),
                row.definition(),
                row.core(),
                row.aliases(),
                row.code(),
                row.notMentioned());
    }
}
