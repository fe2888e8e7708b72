package org.dualtraining.catalog.documentimport;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dualtraining.catalog.competencymodel.Aliases;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Entry;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Section;
import org.dualtraining.catalog.competencymodel.FormMatch;
import org.dualtraining.catalog.framework.CarriedOver;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.dualtraining.catalog.framework.SectionKind;
import org.dualtraining.catalog.framework.VersionCertification;
import org.dualtraining.catalog.framework.VersionCompetency;
import org.dualtraining.catalog.identity.CatalogIds;
import org.dualtraining.catalog.identity.Names;
import org.jspecify.annotations.Nullable;

/**
 * The competencies and certifications of a new draft: what the document names, and behind it what only the latest version
 * has, because a document that does not mention something does not retire it.
 */
final class DraftContent {

    private final Aliases aliases;
    private final CompetencyIds ids;
    private final Map<String, Boolean> marks;
    private final Map<UUID, VersionCompetency> latest = new HashMap<>();
    private final Map<UUID, Integer> formPositions = new HashMap<>();
    private final List<VersionCompetency> competencies = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private DraftContent(
            Aliases aliases, CompetencyIds ids, Map<String, Boolean> marks, List<VersionCompetency> latest) {
        this.aliases = aliases;
        this.ids = ids;
        this.marks = marks;
        latest.forEach(row -> this.latest.put(row.competencyId(), row));
    }

    /** @param marks which competencies the document itself says are core or optional, by folded name */
    static DraftContent of(
            CompetencyModelDocument document,
            List<FormMatch> matches,
            Aliases aliases,
            CompetencyIds ids,
            Map<String, Boolean> marks,
            List<VersionCompetency> latest) {
        DraftContent draft = new DraftContent(aliases, ids, marks, latest);
        matches.forEach(match -> draft.placeInForm(ids.of(match.entry())));
        document.entries().forEach(entry -> draft.placeInForm(ids.of(entry)));
        latest.stream()
                .sorted(Comparator.comparingInt(VersionCompetency::formPosition))
                .forEach(row -> draft.placeInForm(row.competencyId()));
        for (Section section : document.sections()) {
            draft.add(section.kind(), null, section.entries());
        }
        draft.carryOver(latest);
        return draft;
    }

    List<VersionCompetency> competencies() {
        return competencies;
    }

    List<Finding> findings() {
        return findings;
    }

    /** The document's certifications, and behind them those that only the latest version names. */
    List<VersionCertification> certifications(
            UUID framework, CompetencyModelDocument document, List<VersionCertification> latestOnes) {
        List<VersionCertification> all = new ArrayList<>(document.certifications().stream()
                .map(line -> new VersionCertification(
                        CatalogIds.certification(framework, line.name()), line.name(), line.abbreviation()))
                .toList());
        Set<UUID> named =
                new HashSet<>(all.stream().map(VersionCertification::id).toList());
        for (VersionCertification old : latestOnes) {
            if (named.add(old.id())) {
                all.add(old);
                findings.add(notMentioned(old.name(), "certification"));
            }
        }
        return List.copyOf(all);
    }

    private void placeInForm(UUID competency) {
        formPositions.putIfAbsent(competency, formPositions.size());
    }

    private void add(SectionKind section, @Nullable UUID parent, List<Entry> entries) {
        for (Entry entry : entries) {
            UUID id = ids.of(entry);
            @Nullable VersionCompetency before = latest.get(id);
            competencies.add(new VersionCompetency(
                    id,
                    parent,
                    section,
                    competencies.size(),
                    formPositions.getOrDefault(id, 0),
                    entry.name(),
                    entry.definition(),
                    marks.getOrDefault(Names.folded(entry.name()), before == null || before.core()),
                    otherNames(entry.name(), before),
                    before == null ? null : before.code(),
                    false));
            add(section, id, entry.children());
        }
    }

    private List<String> otherNames(String name, @Nullable VersionCompetency before) {
        Set<String> names = new LinkedHashSet<>(aliases.othersOf(name));
        if (before != null) {
            names.addAll(before.aliases());
            names.add(before.name());
        }
        names.remove(name);
        return List.copyOf(names);
    }

    private void carryOver(List<VersionCompetency> latestRows) {
        List<VersionCompetency> carried =
                CarriedOver.behind(competencies, latestRows, id -> formPositions.getOrDefault(id, 0));
        competencies.addAll(carried);
        carried.forEach(row -> findings.add(notMentioned(row.name(), "competency")));
    }

    private static Finding notMentioned(String name, String what) {
        return Finding.absent(
                FindingKind.NOT_MENTIONED,
                name,
                "the version before has this " + what
                        + " and the document does not mention it; it is carried over and not" + " retired");
    }
}
