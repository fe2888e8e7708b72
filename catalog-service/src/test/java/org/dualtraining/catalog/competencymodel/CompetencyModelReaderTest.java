package org.dualtraining.catalog.competencymodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dualtraining.catalog.SeedDocument;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Basis;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.CertificationLine;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Entry;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Quoted;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Section;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.dualtraining.catalog.framework.SectionKind;
import org.dualtraining.catalog.identity.Sha256;
import org.dualtraining.kit.problem.Malformed;
import org.dualtraining.kit.problem.Problem;
import org.dualtraining.kit.problem.Refusal;
import org.dualtraining.kit.problem.Unprocessable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompetencyModelReaderTest {

    private static CompetencyModelDocument read(String text) {
        return SeedDocument.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String textOf(@Nullable Quoted quoted) {
        return quoted == null ? "" : quoted.text();
    }

    private static Section section(CompetencyModelDocument document, SectionKind kind) {
        return document.sections().stream()
                .filter(section -> section.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(List<Entry> entries) {
        return entries.stream().map(Entry::name).toList();
    }

    @Test
    void the_seed_is_shipped_byte_for_byte() {
        assertThat(Sha256.of(SeedDocument.bytes())).isEqualTo(SeedDocument.SHA256);
    }

    @Test
    void the_seed_gives_its_occupation_with_eight_alternate_titles() {
        CompetencyModelDocument seed = SeedDocument.read(SeedDocument.bytes());

        assertThat(seed.occupation().text()).isEqualTo("Electronic Health Records Specialist");
        assertThat(seed.occupation().line()).isEqualTo(8);
        assertThat(textOf(seed.industry())).isEqualTo("Health Care Services");
        assertThat(textOf(seed.title())).isEqualTo("Electronic Health Records Specialists");
        assertThat(textOf(seed.description()))
                .startsWith("Electronic Health Records Specialists are responsible for")
                .endsWith("numerical coding system.");
        assertThat(seed.alternateTitles())
                .hasSize(8)
                .first()
                .extracting(Quoted::text)
                .isEqualTo("Medical Records Coordinator");
    }

    @Test
    void the_seed_gives_fifteen_competencies_of_which_five_are_children() {
        CompetencyModelDocument seed = SeedDocument.read(SeedDocument.bytes());

        List<Entry> industrySector =
                section(seed, SectionKind.INDUSTRY_SECTOR_TECHNICAL).entries();
        assertThat(names(industrySector))
                .containsExactly(
                        "Health Information Literacy and Skills",
                        "Health Informatics Skills Using the EHR",
                        "Privacy and Confidentiality of Health Information",
                        "Health Information and Data Technical Security",
                        "Health Industry Fundamentals");
        assertThat(names(industrySector.get(4).children()))
                .containsExactly(
                        "Healthcare Delivery Services",
                        "Health Information",
                        "Health Industry Ethics",
                        "Laws and Regulations",
                        "Worker Health and Safety");
        assertThat(names(section(seed, SectionKind.OCCUPATION_SPECIFIC).entries()))
                .containsExactly(
                        "Audit Patient Records",
                        "Perform Basic Coding",
                        "Process Release of Information (ROI)",
                        "Collect Patient Demographic and Insurance Information",
                        "Manage Patient Information");
        assertThat(seed.entries())
                .hasSize(15)
                .allSatisfy(entry -> assertThat(entry.definition()).isNotNull().isNotBlank());
    }

    @Test
    void text_is_kept_verbatim_with_its_line() {
        CompetencyModelDocument seed = SeedDocument.read(SeedDocument.bytes());

        Entry safety = seed.entries()
                .filter(entry -> entry.name().equals("Worker Health and Safety"))
                .findFirst()
                .orElseThrow();
        assertThat(safety.definition()).contains("HER specialists may").contains("worker\u2019s compensation");
        assertThat(SeedDocument.text().lines().toList().get(safety.line() - 1)).contains("Worker Health and Safety");
    }

    @Test
    void the_seed_gives_five_certifications_and_fifteen_form_rows_in_form_order() {
        CompetencyModelDocument seed = SeedDocument.read(SeedDocument.bytes());

        assertThat(seed.certifications())
                .extracting(CertificationLine::abbreviation)
                .containsExactly("CEHRS", "CCMA", "CMCS", "CPCT/A", "CMAA");
        assertThat(seed.certifications().get(3).name()).isEqualTo("Patient Care Technician/Assistant");
        assertThat(seed.form()).hasSize(15);
        assertThat(seed.form().get(0).name()).isEqualTo("Health Industry Fundamentals");
        assertThat(seed.form().get(14).name()).isEqualTo("Manage Patient Information");
        assertThat(seed.findings()).isEmpty();
    }

    @Test
    void the_basis_has_a_name_with_a_colon_a_publisher_and_a_date() {
        assertThat(SeedDocument.read(SeedDocument.bytes()).basedOn())
                .containsExactly(new Basis(
                        "Health: Allied Health Competency Model",
                        "Employment and Training Administration, United States Department of Labor",
                        "December 2011"));
    }

    static Stream<Named<UnaryOperator<String>>> copies() {
        return Stream.of(
                Named.of("CRLF", text -> text.replace("\n", "\r\n")),
                Named.of("CR", text -> text.replace("\n", "\r")),
                Named.of("byte order mark", text -> "\uFEFF" + text),
                Named.of("no-break spaces", text -> text.replace(' ', '\u00A0')),
                Named.of("straight quotes", text -> text.replace('\u2019', '\'')),
                Named.of("curly quotes", text -> text.replace('\'', '\u2019')),
                Named.of("no blank line at the start", String::stripLeading),
                Named.of("more blank lines at the start", text -> "\n\n\n" + text),
                Named.of("every line break twice", text -> text.replace("\n", "\n\n")),
                Named.of("blank lines that are not empty", text -> text.replace("\n\n", "\n \u00A0\t\n")),
                Named.of("blanks at line ends", text -> text.replace("\n", "  \n")),
                Named.of("no tags", text -> text.replaceAll("</?i>", "")),
                Named.of("table by aligned blanks", text -> text.replaceAll("(?m)\t", "                    ")),
                Named.of("table by bars", text -> text.replace("\t", " | ")),
                Named.of("em dashes", text -> text.replace(" \u2013 ", " \u2014 ")),
                Named.of("hyphens", text -> text.replace(" \u2013 ", " - ")),
                Named.of("en dash as bullet", text -> text.replaceAll("(?m)^- ", "\u2013 ")),
                Named.of("dots as bullets", text -> text.replaceAll("(?m)^- ", "\u2022\t")),
                Named.of("no blank after the bullet", text -> text.replaceAll("(?m)^- ", "-")),
                Named.of("children indented", CompetencyModelReaderTest::withIndentedChildren),
                Named.of("headings in capitals", CompetencyModelReaderTest::withHeadingsInCapitals),
                Named.of("definitions on several lines", CompetencyModelReaderTest::wrapped));
    }

    @ParameterizedTest
    @MethodSource("copies")
    void a_copy_that_a_word_processor_changed_says_the_same(UnaryOperator<String> copy) {
        String changed = copy.apply(SeedDocument.text());
        assertThat(changed).isNotEqualTo(SeedDocument.text());

        CompetencyModelDocument document = read(changed);

        assertThat(Fingerprint.ofContent(document))
                .isEqualTo(Fingerprint.ofContent(SeedDocument.read(SeedDocument.bytes())));
        assertThat(document.findings()).isEmpty();
    }

    private static String withIndentedChildren(String text) {
        int from = text.indexOf("- Healthcare Delivery Services");
        int to = text.indexOf("Occupation-Specific Competencies\n");
        return text.substring(0, from).stripTrailing()
                + "\n"
                + text.substring(from, to).replaceAll("(?m)^- ", "   - ")
                + text.substring(to);
    }

    private static String withHeadingsInCapitals(String text) {
        String changed = text;
        for (String heading : List.of(
                "Occupation:",
                "Based on:",
                "Competency Model for",
                "Other occupational titles include",
                "Industry-Sector Technical Competencies\n",
                "Occupation-Specific Competencies\n",
                "Possible Certification(s)",
                "Training Plan",
                "Related Instruction Competencies",
                "On-The-Job Training Competencies")) {
            changed = changed.replace(heading, heading.toUpperCase(Locale.ROOT));
        }
        return changed;
    }

    private static String wrapped(String text) {
        StringBuilder wrapped = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            boolean isLong = line.startsWith("- ") && line.length() > 120;
            wrapped.append(isLong ? line.replaceFirst("^(.{80}\\S*) ", "$1\n") : line)
                    .append('\n');
        }
        return wrapped.toString();
    }

    @Test
    void another_occupation_of_the_family_is_read_by_the_same_rules() {
        CompetencyModelDocument document = read("""
                Advanced Manufacturing
                Occupation: CNC Machinists

                Based on: Manufacturing Competency Framework, Some Institute, 2019

                Other titles:
                - Machine Operator - Level 1
                - Tool Setter

                INDUSTRY-SECTOR TECHNICAL COMPETENCY
                - Safety \u2014 how to stay unharmed
                - Measuring \u2014 how to measure
                - Machine Basics

                    - Lathes \u2014 turn
                    - Mills \u2014 mill

                Occupation\u2010Specific Competencies:
                * Set Up \u2013 prepares a machine \u2013 alone
                * Run-off \u2013 runs it

                Employer Requirements
                - Time keeping \u2013 is on time

                Certifications
                - NIMS Machining Level I (NIMS-1)
                - Some card without abbreviation

                CNC Machinist Training Plan
                Related Instruction
                Measuring
                Safety
                On-the-Job Training
                Set Up   Course 101
                """);

        assertThat(textOf(document.industry())).isEqualTo("Advanced Manufacturing");
        assertThat(document.occupation().text()).isEqualTo("CNC Machinists");
        assertThat(document.basedOn())
                .containsExactly(new Basis("Manufacturing Competency Framework", "Some Institute", "2019"));
        assertThat(document.alternateTitles())
                .extracting("text")
                .containsExactly("Machine Operator - Level 1", "Tool Setter");
        Entry basics = section(document, SectionKind.INDUSTRY_SECTOR_TECHNICAL)
                .entries()
                .get(2);
        assertThat(basics.name()).isEqualTo("Machine Basics");
        assertThat(basics.definition()).isNull();
        assertThat(names(basics.children())).containsExactly("Lathes", "Mills");
        assertThat(section(document, SectionKind.OCCUPATION_SPECIFIC).entries())
                .extracting(Entry::name, Entry::definition)
                .containsExactly(tuple("Set Up", "prepares a machine \u2013 alone"), tuple("Run-off", "runs it"));
        assertThat(names(section(document, SectionKind.EMPLOYER_REQUIREMENT).entries()))
                .containsExactly("Time keeping");
        assertThat(document.certifications())
                .extracting(CertificationLine::name, CertificationLine::abbreviation)
                .containsExactly(
                        tuple("NIMS Machining Level I", "NIMS-1"), tuple("Some card without abbreviation", null));
        assertThat(document.form()).extracting("name").containsExactly("Measuring", "Safety", "Set Up");
        assertThat(document.findings())
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder(
                        FindingKind.NO_DEFINITION, FindingKind.FORM_CELL_FILLED, FindingKind.PART_MISSING);
    }

    @Test
    void a_blank_line_between_all_entries_makes_no_children() {
        CompetencyModelDocument document = read("""
                Occupation: Welder
                Occupation-Specific Competencies

                - One \u2013 first

                - Two \u2013 second

                - Three \u2013 third
                """);

        assertThat(names(document.sections().get(0).entries())).containsExactly("One", "Two", "Three");
    }

    @Test
    void more_than_two_groups_are_reported_as_a_guess() {
        CompetencyModelDocument document = read("""
                Occupation: Welder
                Occupation-Specific Competencies
                - One \u2013 first
                - Two \u2013 second

                - Two A \u2013 below two
                - Two B \u2013 below two

                - Three \u2013 third
                """);

        assertThat(names(document.sections().get(0).entries())).containsExactly("One", "Two", "Three");
        assertThat(document.findings()).extracting(Finding::kind).contains(FindingKind.AMBIGUOUS_GROUPS);
    }

    @Test
    void a_competency_that_comes_twice_is_kept_once_and_reported() {
        CompetencyModelDocument document = read("""
                Occupation: Welder
                Industry-Sector Technical Competencies
                - Safety \u2013 first
                Occupation-Specific Competencies
                - SAFETY \u2013 second
                - Weld \u2013 weld
                """);

        assertThat(document.entries().map(Entry::definition)).containsExactly("first", "weld");
        assertThat(document.findings())
                .filteredOn(finding -> finding.kind() == FindingKind.DUPLICATE_COMPETENCY)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.line()).isEqualTo(5);
                    assertThat(finding.text()).isEqualTo("SAFETY \u2013 second");
                });
    }

    @Test
    void text_that_is_not_understood_is_reported_and_not_dropped_in_silence() {
        CompetencyModelDocument document = read("""
                Occupation: Welder
                Occupation-Specific Competencies
                Every welder must know:
                - Weld \u2013 weld
                Certifications
                See the website.
                """);

        assertThat(document.findings())
                .filteredOn(finding -> finding.kind() == FindingKind.UNREAD_LINE)
                .extracting(Finding::text)
                .containsExactlyInAnyOrder("Every welder must know:", "See the website.");
    }

    static Stream<String> noCompetencyModels() {
        return Stream.of(
                "",
                "  \n\n",
                "Dear Sir or Madam,\n\n- one\n- two\n",
                "Occupation: \u2013\nOccupation-Specific Competencies\n- A \u2013 b");
    }

    @ParameterizedTest
    @MethodSource("noCompetencyModels")
    void a_text_that_is_no_competency_model_is_refused_with_what_was_looked_for(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(NoCompetencyModel.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(422);
            assertThat(refusal.problem().type()).hasToString("urn:dual-training:problem:no-competency-model");
            assertThat(refusal.problem().errors())
                    .extracting(Problem.Violation::detail)
                    .contains("looked for a line 'Occupation: ...' and did not find it")
                    .contains("looked for a heading 'Industry-Sector Technical Competencies' and did not find it");
        });
    }

    @Test
    void a_model_without_any_entry_is_refused_for_that() {
        assertThatThrownBy(() -> read("Occupation: Welder\nOccupation-Specific Competencies\nnothing here"))
                .isInstanceOfSatisfying(NoCompetencyModel.class, refusal -> assertThat(
                                refusal.problem().errors())
                        .extracting(Problem.Violation::detail)
                        .noneMatch(detail -> detail.contains("Occupation: ..."))
                        .anyMatch(detail -> detail.contains("a dash line")));
    }

    static Stream<Named<byte[]>> noText() {
        return Stream.of(
                Named.of("Latin-1", "Occupation: Sch\u00FCler".getBytes(StandardCharsets.ISO_8859_1)),
                Named.of("UTF-16", SeedDocument.text().getBytes(StandardCharsets.UTF_16)),
                Named.of("NUL", "Occupation: Wel\0der".getBytes(StandardCharsets.UTF_8)),
                Named.of("escape", "Occupation: \u001B[31mWelder".getBytes(StandardCharsets.UTF_8)),
                Named.of("direction override", "Occupation: \u202EWelder".getBytes(StandardCharsets.UTF_8)),
                Named.of("cut inside a character", new byte[] {'a', (byte) 0xE2, (byte) 0x80}));
    }

    @ParameterizedTest
    @MethodSource("noText")
    void bytes_that_are_no_plain_text_are_refused(byte[] bytes) {
        assertThatThrownBy(() -> SeedDocument.read(bytes)).isInstanceOf(Malformed.class);
    }

    static Stream<Named<String>> hostileTexts() {
        // as long as a line may be
        int many = 6_000;
        return Stream.of(
                Named.of("blanks in an entry", "- Weld" + " ".repeat(many) + "x \u2013 weld"),
                Named.of("no-break spaces around", "\u00A0".repeat(many / 2) + "- Weld \u2013 weld"),
                Named.of("stars", "*".repeat(many) + "x\n- Weld \u2013 weld"),
                Named.of("stars and blanks", "* ".repeat(many) + "x\n- Weld \u2013 weld"),
                Named.of("stars behind a heading", "- Weld \u2013 weld\nEmployer Requirements" + "*".repeat(900) + "x"),
                Named.of("brackets", "- Weld \u2013 weld\nCertifications\n" + "(".repeat(many)),
                Named.of("a long basis", "- Weld \u2013 weld\nBased on: a" + " ,".repeat(many) + "x"),
                Named.of("dashes", "- Weld \u2013 weld\n" + "- ".repeat(many)),
                Named.of(
                        "a long table row",
                        "- Weld \u2013 weld\nTraining Plan\n" + " x".repeat(many) + " ".repeat(many) + "x"),
                Named.of("a staircase of entries", staircase()));
    }

    private static String staircase() {
        StringBuilder stairs = new StringBuilder("- Weld \u2013 weld\n");
        for (int i = 1; i < 900; i++) {
            stairs.append(" ".repeat(i)).append("- Step ").append(i).append(" \u2013 up\n");
        }
        return stairs.toString();
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void a_hostile_text_takes_no_longer_than_another_of_its_size(String text) {
        Optional<CompetencyModelDocument> document = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            try {
                return Optional.of(read("Occupation: Welder\nOccupation-Specific Competencies\n" + text));
            } catch (Unprocessable tooLong) {
                return Optional.empty();
            }
        });

        assertThat(document.map(CompetencyModelDocument::entries)).isNotEqualTo(Optional.of(List.of()));
    }

    static Stream<Named<String>> tooMuch() {
        return Stream.of(
                Named.of(
                        "lines",
                        "Occupation: Welder\nOccupation-Specific Competencies\n- Weld \u2013 weld"
                                + "\n".repeat(10_000)),
                Named.of(
                        "competencies",
                        "Occupation: Welder\nOccupation-Specific Competencies\n"
                                + IntStream.range(0, 1_001)
                                        .mapToObj(i -> "- Weld " + i + " \u2013 weld\n")
                                        .collect(Collectors.joining())),
                Named.of(
                        "a definition",
                        "Occupation: Welder\nOccupation-Specific Competencies\n- Weld \u2013 " + "w".repeat(4_001)),
                Named.of(
                        "occupation",
                        "Occupation: " + "w".repeat(201) + "\nOccupation-Specific Competencies\n- Weld \u2013 weld"));
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    void a_document_that_is_larger_than_any_model_is_refused(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(422));
    }
}
