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
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Quoted;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Section;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.dualtraining.catalog.framework.SectionKind;
import org.dualtraining.catalog.identity.Names;
import org.dualtraining.kit.problem.Problem;
import org.dualtraining.kit.problem.Unprocessable;
import org.jspecify.annotations.Nullable;

/** From bytes to a {@link CompetencyModelDocument}, or a refusal that says what was looked for and not found. */
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

    private static final int LONGEST_OCCUPATION = 200;
    private static final int MOST_COMPETENCIES = 1_000;

    /** As for an edited draft: what is longer no plan and no event could carry. */
    private static final int LONGEST_NAME = 300;

    private static final int LONGEST_TEXT = 4_000;

    private final DocumentParts parts;
    private final Collection<Finding> findings = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private CompetencyModelReader(DocumentParts parts) {
        this.parts = parts;
    }

    public static CompetencyModelDocument read(byte[] bytes) {
        return new CompetencyModelReader(DocumentParts.of(SourceText.linesOf(bytes))).document();
    }

    private CompetencyModelDocument document() {
        Optional<Quoted> occupation = valueOf(Heading.OCCUPATION)
                .filter(value -> value.text().length() <= LONGEST_OCCUPATION
                        && !Names.slug(value.text()).isEmpty());
        List<Section> sections = sections();
        if (occupation.isEmpty()
                || sections.stream().allMatch(section -> section.entries().isEmpty())) {
            throw new NoCompetencyModel(missing(occupation.isPresent(), sections));
        }
        if (names.size() > MOST_COMPETENCIES) {
            throw new Unprocessable("body", "must name at most " + MOST_COMPETENCIES + " competencies");
        }
        for (Heading heading : EXPECTED) {
            if (parts.missing().contains(heading)) {
                findings.add(Finding.absent(
                        FindingKind.PART_MISSING, heading.description(), "documents of this family have it"));
            }
        }
        CompetencyModelDocument document = new CompetencyModelDocument(
                industry(),
                occupation.get(),
                title(),
                description(),
                alternateTitles(),
                basedOn(),
                sections,
                CertificationList.read(parts.below(Heading.CERTIFICATIONS), findings),
                FormTable.read(parts.below(Heading.FORM), findings),
                List.copyOf(findings));
        requireLengths(document);
        return document;
    }

    private static void requireLengths(CompetencyModelDocument document) {
        List<Problem.Violation> tooLong = new ArrayList<>();
        limit(document.industry(), LONGEST_NAME, tooLong);
        limit(document.title(), LONGEST_NAME, tooLong);
        limit(document.description(), LONGEST_TEXT, tooLong);
        document.alternateTitles().forEach(title -> limit(title, LONGEST_NAME, tooLong));
        document.certifications().forEach(line -> limit(line.line(), line.text(), LONGEST_NAME, tooLong));
        document.sections().stream()
                .flatMap(section -> section.entries().stream())
                .flatMap(Entry::withDescendants)
                .forEach(entry -> {
                    limit(entry.line(), entry.name(), LONGEST_NAME, tooLong);
                    limit(entry.line(), entry.definition(), LONGEST_TEXT, tooLong);
                });
        if (!tooLong.isEmpty()) {
            throw new Unprocessable("The document has names or texts that are too long.", tooLong);
        }
    }

    private static void limit(@Nullable Quoted quoted, int most, List<Problem.Violation> tooLong) {
        if (quoted != null) {
            limit(quoted.line(), quoted.text(), most, tooLong);
        }
    }

    private static void limit(int line, @Nullable String text, int most, List<Problem.Violation> tooLong) {
        if (text != null && text.length() > most) {
            tooLong.add(new Problem.Violation(
                    "line " + line,
                    "must have at most " + most + " characters here; is a dash after the name missing?"));
        }
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

    private Optional<Quoted> valueOf(Heading heading) {
        return parts.heading(heading).map(line -> new Quoted(line.number(), heading.valueOn(line)));
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
        return parts.below(Heading.ALTERNATE_TITLES).stream()
                .filter(line -> !line.isBlank())
                .map(line -> new Quoted(line.number(), line.entryText()))
                .filter(title -> seen.add(Names.folded(title.text())))
                .toList();
    }

    private List<Basis> basedOn() {
        return valueOf(Heading.BASED_ON)
                .map(value -> BasisLine.read(value.text(), parts.below(Heading.BASED_ON)))
                .orElse(List.of());
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        for (Heading heading : Heading.values()) {
            SectionKind kind = heading.section();
            if (kind != null && parts.heading(heading).isPresent()) {
                List<Entry> entries = EntryList.read(parts.below(heading), findings);
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
