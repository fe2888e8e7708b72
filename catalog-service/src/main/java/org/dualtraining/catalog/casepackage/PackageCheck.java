package org.dualtraining.catalog.casepackage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds every problem of a package, and says what is read or written otherwise than the file has it. */
public final class PackageCheck {

    private final CasePackage file;
    private final PackageFindings findings;
    private final Set<String> inPackage = new HashSet<>();
    private final Map<String, List<String>> parentsOf = new HashMap<>();

    private PackageCheck(CasePackage file, PackageFindings findings) {
        this.file = file;
        this.findings = findings;
    }

    /** Adds what it finds to the findings. */
    public static void of(CasePackage file, PackageFindings findings) {
        PackageCheck check = new PackageCheck(file, findings);
        MemberCheck members = new MemberCheck(file.version(), findings);
        for (EntityKind kind : EntityKind.values()) {
            int index = 0;
            for (Part part : file.all(kind)) {
                members.check(kind, part.json(), kind.pointer(index++));
            }
            check.repeated(kind);
        }
        check.links();
        check.cycles();
        check.places();
    }

    static String key(String identifier) {
        return identifier.toLowerCase(Locale.ROOT);
    }

    private void repeated(EntityKind kind) {
        Map<String, Integer> first = new HashMap<>();
        List<Part> parts = file.all(kind);
        for (int index = 0; index < parts.size(); index++) {
            String id = key(parts.get(index).identifier());
            if (id.isEmpty()) {
                continue;
            }
            Integer before = first.putIfAbsent(id, index);
            String pointer = kind.pointer(index) + "/identifier";
            if (before != null) {
                String place = kind.pointer(before);
                if (parts.get(before).json().equals(parts.get(index).json())) {
                    findings.wrong(pointer, "is repeated: the same as " + place + ", with the same content");
                } else {
                    findings.fatal(pointer, "is repeated: the same as " + place + ", with other content");
                }
            }
            if (kind == EntityKind.ITEM && id.equals(key(file.identifier()))) {
                findings.fatal(pointer, "is repeated: the document has it too");
            }
        }
        if (kind == EntityKind.ITEM) {
            inPackage.addAll(first.keySet());
            inPackage.add(key(file.identifier()));
        }
    }

    private void links() {
        String here = Addresses.authority(file.document().path("uri").asText());
        int index = 0;
        for (Part part : file.all(EntityKind.ASSOCIATION)) {
            ObjectNode association = part.json();
            String pointer = EntityKind.ASSOCIATION.pointer(index++);
            if (AssociationTypes.CHILD.equals(
                    association.path("associationType").asText())) {
                String child = end(association, "originNodeURI");
                String parent = end(association, "destinationNodeURI");
                if (!child.isEmpty() && !inPackage.contains(child)) {
                    findings.wrong(pointer + "/originNodeURI", "is a child that is not in the package");
                }
                if (!parent.isEmpty() && !inPackage.contains(parent)) {
                    String uri = association.at("/destinationNodeURI/uri").asText();
                    if (Addresses.authority(uri).equals(here) || here.isEmpty()) {
                        findings.wrong(pointer + "/destinationNodeURI", "is a parent that is not in the package");
                    } else {
                        findings.note(pointer + "/destinationNodeURI", "is a parent elsewhere: kept as it is");
                    }
                }
                parentsOf.computeIfAbsent(child, any -> new ArrayList<>(1)).add(parent);
            }
        }
    }

    private static String end(ObjectNode association, String member) {
        return key(association.path(member).path("identifier").asText());
    }

    private void cycles() {
        Set<String> inCycles = Cycles.in(parentsOf);
        int index = 0;
        for (Part item : file.all(EntityKind.ITEM)) {
            String pointer = EntityKind.ITEM.pointer(index++);
            if (inCycles.contains(key(item.identifier()))) {
                findings.wrong(pointer, "is, by way of isChildOf, its own parent");
            }
        }
    }

    private void places() {
        Outline.of(file).forEach(entry -> {
            String pointer = EntityKind.ITEM.pointer(entry.item());
            if (entry.depth() == DerivedCompetencies.MOST_LEVELS) {
                findings.fatal(pointer, "must not be below more than " + DerivedCompetencies.MOST_LEVELS + " others");
            } else if (entry.edge() == null) {
                findings.note(pointer, "has no parent in the package: kept, and shown at the top");
            } else if (entry.hasOtherParents()) {
                findings.note(pointer, "has several parents: shown below the first; all are kept");
            }
        });
    }
}
