package org.dualtraining.catalog.competencymodel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Entry;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.FormRow;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Section;
import org.dualtraining.catalog.competencymodel.FormMatch.How;
import org.dualtraining.catalog.framework.Delivery;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.dualtraining.catalog.framework.SectionKind;
import org.dualtraining.catalog.identity.Names;
import org.jspecify.annotations.Nullable;

/**
 * Brings the form's rows and the list's entries together: by the same name, then by a recorded alias, then the one pair
 * that is left over in a section. Never by a prefix or by likeness: "Health Information" begins two other names.
 */
public final class FormMatcher {

    private final Aliases aliases;
    private final Map<String, Entry> open = new LinkedHashMap<>();
    private final Map<Entry, SectionKind> sections = new HashMap<>();
    private final FormSections formSections;
    private final List<FormRow> rows;
    private final List<FormMatch> matches = new ArrayList<>();
    private final Collection<Finding> findings = new ArrayList<>();

    private FormMatcher(CompetencyModelDocument document, Aliases aliases) {
        this.aliases = aliases;
        this.rows = new ArrayList<>(document.form());
        this.formSections = FormSections.of(document);
        for (Section section : document.sections()) {
            section.entries().stream().flatMap(Entry::withDescendants).forEach(entry -> {
                open.put(Names.folded(entry.name()), entry);
                sections.put(entry, section.kind());
            });
        }
    }

    public static FormMatches match(CompetencyModelDocument document, Aliases aliases) {
        FormMatcher matcher = new FormMatcher(document, aliases);
        if (!document.form().isEmpty()) {
            matcher.removeRepeatedRows();
            matcher.matchBy(How.EXACT);
            matcher.matchBy(How.ALIAS);
            matcher.matchLeftovers();
            matcher.reportRest();
        }
        matcher.matches.sort(Comparator.comparingInt(match -> match.row().line()));
        return new FormMatches(List.copyOf(matcher.matches), List.copyOf(matcher.findings));
    }

    private void removeRepeatedRows() {
        Map<String, FormRow> first = new HashMap<>();
        rows.removeIf(row -> {
            boolean isRepeated = first.putIfAbsent(Names.folded(row.name()), row) != null;
            if (isRepeated) {
                findings.add(Finding.at(
                        row.line(),
                        FindingKind.DUPLICATE_FORM_ROW,
                        row.name(),
                        "the form has this row twice; the first is kept"));
            }
            return isRepeated;
        });
    }

    private void matchBy(How how) {
        rows.removeIf(row -> {
            @Nullable Entry entry = how == How.EXACT ? open.get(Names.folded(row.name())) : byAlias(row.name());
            if (entry == null) {
                return false;
            }
            add(row, entry, how);
            return true;
        });
    }

    /** A row and an entry are the same when one recorded name stands for both. */
    private @Nullable Entry byAlias(String rowName) {
        return Stream.concat(Stream.of(aliases.nameFor(rowName)), aliases.othersOf(rowName).stream())
                .map(Names::folded)
                .filter(open::containsKey)
                .findFirst()
                .map(open::get)
                .orElse(null);
    }

    /** Few forms have rows for what an employer requires: then it is no competency that misses its row. */
    private void matchLeftovers() {
        boolean areEmployersRowsAmongOthers = !formSections.hasEmployers()
                && matches.stream().anyMatch(match -> sections.get(match.entry()) == SectionKind.EMPLOYER_REQUIREMENT);
        Stream.of(Delivery.values())
                .forEach(delivery -> matchLeftover(
                        row -> row.delivery() == delivery && !formSections.isEmployers(row),
                        kind -> kind.recommendedDelivery() == delivery
                                && (kind != SectionKind.EMPLOYER_REQUIREMENT || areEmployersRowsAmongOthers)));
        matchLeftover(formSections::isEmployers, kind -> kind == SectionKind.EMPLOYER_REQUIREMENT);
    }

    private void matchLeftover(Predicate<FormRow> isRow, Predicate<SectionKind> isSection) {
        List<FormRow> rowsLeft = rows.stream().filter(isRow).toList();
        List<Entry> entriesLeft = open.values().stream()
                .filter(entry -> isSection.test(sectionOf(entry)))
                .toList();
        if (rowsLeft.size() == 1 && entriesLeft.size() == 1) {
            rows.remove(rowsLeft.get(0));
            add(rowsLeft.get(0), entriesLeft.get(0), How.LEFTOVER);
        }
    }

    private SectionKind sectionOf(Entry entry) {
        return Objects.requireNonNull(sections.get(entry));
    }

    private void add(FormRow row, Entry entry, How how) {
        matches.add(new FormMatch(row, entry, how));
        open.remove(Names.folded(entry.name()));
        if (how == How.ALIAS) {
            findings.add(Finding.at(
                    row.line(),
                    FindingKind.FORM_NAME_DIFFERS,
                    row.name(),
                    "the form's wording is a recorded alias of the list's",
                    entry.name()));
        }
        if (how == How.LEFTOVER) {
            findings.add(Finding.at(
                    row.line(),
                    FindingKind.LEFTOVER_MATCH,
                    row.name(),
                    "the only row of its section that matches nothing stands for the only competency without a row;"
                            + " to be confirmed",
                    entry.name()));
        }
        if (row.delivery() != null && row.delivery() != sectionOf(entry).recommendedDelivery()) {
            findings.add(Finding.at(
                    row.line(),
                    FindingKind.FORM_SECTION_DIFFERS,
                    row.name(),
                    "the form has it under another kind of training than the list"));
        }
    }

    private void reportRest() {
        for (FormRow row : rows) {
            findings.add(Finding.at(
                    row.line(),
                    FindingKind.UNMATCHED_FORM_ROW,
                    row.name(),
                    "no competency of the list has this name or a recorded alias of it; the row is left out"));
        }
        for (Entry entry : open.values()) {
            findings.add(Finding.at(
                    entry.line(),
                    FindingKind.NOT_IN_FORM,
                    entry.name(),
                    "the form has no row for it; it is kept behind the form's last row"));
        }
    }

    /** What was brought together, in the form's order, and what was not or only by another name. */
    public record FormMatches(List<FormMatch> matches, List<Finding> findings) {}
}
