package org.dualtraining.catalog.competencymodel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Basis;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Entry;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.FormRow;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Quoted;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Section;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.dualtraining.catalog.framework.SectionKind;
import org.dualtraining.catalog.identity.Names;
import org.dualtraining.catalog.identity.OccupationTitle;
import org.dualtraining.catalog.rendition.RenderedLine;
import org.jspecify.annotations.Nullable;

/** From lines to a {@link CompetencyModelDocument}, or a refusal that says what was looked for and not found. */
public final class CompetencyModelReader {

    private static final String ENTRIES = "a dash line '- Name \u2013 definition' below one of these headings";

    /** What a document of the family has; without it the document is read all the same, with a finding. */
    private static final List<Heading> EXPECTED = List.of(
            Heading.BASED_ON,
            Heading.MODEL_FOR,
            Heading.ALTERNATE_TITLES,
            Heading.INDUSTRY_SECTOR,
            Heading.OCCUPATION_SPECIFIC,
            Heading.CERTIFICATIONS,
            Heading.FORM);

    private final DocumentParts parts;
    private final KnownNames known;
    private final Collection<Finding> findings = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private CompetencyModelReader(DocumentParts parts, KnownNames known) {
        this.parts = parts;
        this.known = known;
    }

    /** @param known where the document itself does not show where a name ends */
    public static CompetencyModelDocument read(List<RenderedLine> lines, KnownNames known) {
        return new CompetencyModelReader(
                        DocumentParts.of(lines.stream().map(Line::of).toList()), known)
                .document();
    }

    private CompetencyModelDocument document() {
        Optional<Quoted> occupation = valueOf(Heading.OCCUPATION).filter(value -> OccupationTitle.isOne(value.text()));
        List<Section> sections = sections(occupation.map(Quoted::text).orElse(""));
        if (occupation.isEmpty()
                || sections.stream().allMatch(section -> section.entries().isEmpty())) {
            throw new NoCompetencyModel(missing(occupation.isPresent(), sections));
        }
        for (Heading heading : EXPECTED) {
            if (parts.missing().contains(heading)) {
                findings.add(Finding.absent(
                        FindingKind.PART_MISSING, heading.description(), "documents of this family have it"));
            }
        }
        FormTable form = FormTable.read(
                parts.below(Heading.FORM), namesOfRows(occupation.get().text()), findings);
        CompetencyModelDocument document = new CompetencyModelDocument(
                industry(),
                occupation.get(),
                title(),
                description(),
                alternateTitles(),
                basedOn(),
                sections,
                CertificationList.read(parts.below(Heading.CERTIFICATIONS), findings),
                form.rows(),
                Stream.concat(parts.found().stream(), form.headings().stream()).toList(),
                List.copyOf(findings));
        DocumentBounds.require(document);
        return document;
    }

    private Set<String> namesOfRows(String occupation) {
        Set<String> all = new HashSet<>(names);
        known.of(occupation).forEach(name -> all.add(Names.folded(name)));
        return all;
    }

    private List<String> missing(boolean hasOccupation, List<Section> sections) {
        List<String> missing = new ArrayList<>();
        if (!hasOccupation) {
            missing.add(Heading.OCCUPATION.description());
        }
        EXPECTED.stream()
                .filter(parts.missing()::contains)
                .map(Heading::description)
                .forEach(missing::add);
        if (sections.stream().allMatch(section -> section.entries().isEmpty())) {
            missing.add(ENTRIES);
        }
        return missing;
    }

    /** On the heading's own line, or where it ends with a colon on the next one. */
    private Optional<Quoted> valueOf(Heading heading) {
        return parts.heading(heading)
                .map(line -> new Quoted(line.number(), heading.valueOn(line)))
                .flatMap(value ->
                        value.text().isEmpty() ? textBelow(heading).stream().findFirst() : Optional.of(value));
    }

    /** "Competency Model for Health Care Services" says it; else the line above the occupation does. */
    private @Nullable Quoted industry() {
        return valueOf(Heading.MODEL_FOR)
                .or(() -> parts.preamble().stream()
                        .filter(line -> !line.isBlank())
                        .reduce((earlier, later) -> later)
                        .map(line -> new Quoted(line.number(), line.text())))
                .orElse(null);
    }

    private @Nullable Quoted title() {
        return modelLines().stream()
                .limit(1)
                .filter(line -> !isSentence(line))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Quoted description() {
        List<Quoted> lines = modelLines();
        List<Quoted> sentences = lines.stream().skip(title() == null ? 0 : 1).toList();
        return sentences.isEmpty()
                ? null
                : new Quoted(
                        sentences.get(0).line(),
                        sentences.stream().map(Quoted::text).collect(Collectors.joining(" ")));
    }

    /** Title and description follow the model's heading, or the occupation where that heading is missing or empty. */
    private List<Quoted> modelLines() {
        List<Quoted> lines = textBelow(Heading.MODEL_FOR);
        return lines.isEmpty() ? textBelow(Heading.OCCUPATION) : lines;
    }

    private List<Quoted> textBelow(Heading heading) {
        return parts.below(heading).stream()
                .filter(line -> !line.isBlank())
                .map(line -> new Quoted(line.number(), line.text()))
                .toList();
    }

    private static boolean isSentence(Quoted line) {
        return line.text().endsWith(".");
    }

    private List<Quoted> alternateTitles() {
        Set<String> seen = new HashSet<>();
        // on the heading's own line they are a list in a sentence
        Optional<Line> heading = parts.heading(Heading.ALTERNATE_TITLES);
        return parts.below(Heading.ALTERNATE_TITLES).stream()
                .filter(line -> !line.isBlank())
                .flatMap(line -> heading.filter(opened -> opened.number() == line.number())
                                .isPresent()
                        ? Stream.of(line.text().replaceFirst("\\.$", "").split("[,;]"))
                                .map(title -> new Quoted(line.number(), Names.trimmed(title)))
                        : Stream.of(new Quoted(line.number(), line.entryText())))
                .filter(title -> !title.text().isEmpty())
                .filter(title -> seen.add(Names.folded(title.text())))
                .toList();
    }

    private List<Basis> basedOn() {
        return valueOf(Heading.BASED_ON)
                .map(value -> BasisLine.read(value.text(), parts.below(Heading.BASED_ON)))
                .orElse(List.of());
    }

    private List<Section> sections(String occupation) {
        List<String> rows = FormTable.read(parts.below(Heading.FORM), Set.of(), new ArrayList<>()).rows().stream()
                .map(FormRow::name)
                .toList();
        NameSplitter splitter =
                new NameSplitter(Stream.concat(known.of(occupation).stream(), NameSplitter.ofRows(rows).stream())
                        .toList());
        List<Section> sections = new ArrayList<>();
        for (Heading heading : Heading.values()) {
            SectionKind kind = heading.section();
            if (kind != null && parts.heading(heading).isPresent()) {
                List<Entry> entries = EntryList.read(parts.below(heading), splitter, new FormOrder(rows), findings);
                sections.add(new Section(kind, firstOfEachName(entries)));
            }
        }
        return List.copyOf(sections);
    }

    /** A name is a competency's identity within its framework, so the second of a name cannot be kept. */
    private List<Entry> firstOfEachName(List<Entry> entries) {
        return entries.stream()
                .flatMap(entry -> {
                    boolean isFirst = names.add(Names.folded(entry.name()));
                    List<Entry> children = firstOfEachName(entry.children());
                    if (isFirst) {
                        return Stream.of(new Entry(entry.line(), entry.name(), entry.definition(), children));
                    }
                    findings.add(Finding.at(
                            entry.line(),
                            FindingKind.DUPLICATE_COMPETENCY,
                            entry.definition() == null ? entry.name() : entry.name() + " \u2013 " + entry.definition(),
                            "the document names this competency twice; the first is kept"));
                    return children.stream();
                })
                .toList();
    }
}
