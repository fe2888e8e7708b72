package org.dualtraining.catalog.workprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.dualtraining.catalog.workprocess.WorkProcessDocument.Course;
import org.dualtraining.catalog.workprocess.WorkProcessDocument.Skill;
import org.dualtraining.catalog.workprocess.WorkProcessDocument.WorkProcess;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkProcessReaderTest {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static List<String> skills(WorkProcess process) {
        return process.skills().stream().map(Skill::name).toList();
    }

    private static BigDecimal sum(List<Course> courses) {
        return courses.stream()
                .filter(course -> !course.countsCredits())
                .map(course -> Objects.requireNonNull(course.hours()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @ParameterizedTest
    @CsvSource({"appraisal-work-process-schedule.docx," + DOCX, "appraisal-work-process-schedule.txt,text/plain"})
    void the_departments_document_gives_its_years_with_skills_and_its_outline_with_hours(String file, String type) {
        WorkProcessDocument document = Standards.read(Standards.bytes(file), type);

        assertThat(document.occupation()).isEqualTo("APPRAISAL AND VALUATION OF REAL PROPERTY");
        assertThat(document.onetSocCodes()).containsExactly("13-2023.00");
        assertThat(document.rapidsCodes()).containsExactly("3049CB");
        assertThat(document.processes())
                .extracting(WorkProcess::title, WorkProcess::isPeriod, process -> process.skills()
                        .size())
                .containsExactly(
                        tuple("Year One", true, 6),
                        tuple("Year Two", true, 7),
                        tuple("Year Three", true, 9),
                        tuple("Year Four", true, 14));
        assertThat(skills(document.processes().get(0))).contains("Gather pertinent data");
        assertThat(document.courses()).filteredOn(Course::countsCredits).hasSize(40);
        assertThat(document.courses())
                .filteredOn(course -> !course.countsCredits())
                .hasSize(40);
        assertThat(sum(document.courses())).isEqualByComparingTo("1044");
        assertThat(document.courses())
                .extracting(Course::group)
                .contains("Year One", "YEAR TWO", "Bachelor of Science in Business Administration, Real Estate");
        assertThat(document.courses())
                .filteredOn(course -> "ACC 201".equals(course.code()))
                .extracting(Course::name)
                .containsExactly("Financial Accounting");
        assertThat(document.findings())
                .extracting(Finding::kind)
                .contains(FindingKind.CREDITS_NOT_HOURS, FindingKind.DUPLICATE_COMPETENCY)
                .doesNotContain(FindingKind.HOURS_DIFFER, FindingKind.FIGURE_NOT_READ, FindingKind.UNREAD_LINE);
    }

    @Test
    void both_renditions_of_the_departments_document_say_the_same() {
        assertThat(Standards.read(Standards.bytes("appraisal-work-process-schedule.docx"), DOCX)
                        .said())
                .isEqualTo(Standards.read(Standards.bytes("appraisal-work-process-schedule.txt"), "text/plain")
                        .said());
    }

    @Test
    void the_spreadsheet_is_kept_whole() {
        WorkProcessDocument document = Standards.read(Standards.bytes("occupation-standards-template.xlsx"), XLSX);

        assertThat(document.occupation()).isEqualTo("HUMAN RESOURCE SPECIALIST");
        assertThat(document.onetSocCodes()).containsExactly("13-1071.01");
        assertThat(document.rapidsCodes()).containsExactly("157");
        assertThat(document.details())
                .containsEntry("Sponsor Name", "Hardy Corporation")
                .containsEntry("Ratio of Apprentice to Journeyworker", "5:1")
                .containsEntry("Registration Date", "15/01/1987")
                .containsEntry("Latest Registration Update", "2022-10-20");
        assertThat(document.processes())
                .extracting(WorkProcess::title, process -> Objects.requireNonNull(process.hours())
                        .maximum())
                .containsExactly(
                        tuple("Safety", new BigDecimal("1000")), tuple("Basic Skills", new BigDecimal("1500")));
        assertThat(document.courses())
                .extracting(Course::name, Course::code, Course::hours)
                .containsExactly(
                        tuple("Welding", "W001", new BigDecimal("30")),
                        tuple("Welding", "W001", new BigDecimal("40")),
                        tuple("Intro to Tools", "T001", new BigDecimal("50")),
                        tuple("Intro to Computers", "C001", new BigDecimal("50")));
        assertThat(document.wageSchedule()).hasSize(3);
        assertThat(document.findings())
                .extracting(Finding::kind, Finding::proposal)
                .containsExactlyInAnyOrder(
                        tuple(FindingKind.DATE_AS_TEXT, "1987-01-15"), tuple(FindingKind.DUPLICATE_COMPETENCY, null));
    }

    @Test
    void work_processes_with_hours_have_their_skills_below_them() {
        WorkProcessDocument document = Standards.readText("""
            Appendix A
            WORK PROCESS SCHEDULE
            ELECTRICIAN
            O*NET-SOC CODE: 47-2111.00RAPIDS CODE: 0159
            Term: 8,000 hours

            0 - Has not been exposed
            1 - Can perform under supervision
            4 - Can teach others

            Work Processes\tApprox. Hours
            A. Layout and planning\t500-1,000
            1. Reads drawings
            2. Marks holes
            B. Installing conduit ........ 1,500 hours
            - bends pipe
            C. Testing\t500
            TOTAL\t3,000

            RELATED INSTRUCTION OUTLINE
            ELECTRICIAN
            Course\tHours
            First Year
            ELE 101 - Basic electricity\t80
            Safety\t40
            TOTAL HOURS\t121
            """);

        assertThat(document.occupation()).isEqualTo("ELECTRICIAN");
        assertThat(document.onetSocCodes()).containsExactly("47-2111.00");
        assertThat(document.rapidsCodes()).containsExactly("0159");
        assertThat(document.details()).containsEntry("Term", "8,000 hours").containsKey("Rating scale");
        assertThat(document.processes())
                .extracting(WorkProcess::title, WorkProcessReaderTest::skills)
                .containsExactly(
                        tuple("Layout and planning", List.of("Reads drawings", "Marks holes")),
                        tuple("Installing conduit", List.of("bends pipe")),
                        tuple("Testing", List.of()));
        assertThat(document.processes().get(0).hours())
                .isEqualTo(new WorkProcessDocument.Hours(new BigDecimal("500"), new BigDecimal("1000")));
        assertThat(document.courses()).extracting(Course::name).containsExactly("Basic electricity", "Safety");
        assertThat(document.findings())
                .extracting(Finding::kind, Finding::text, Finding::proposal)
                .containsExactly(
                        tuple(FindingKind.HOURS_DIFFER, "TOTAL | 3,000", "2500 - 3000"),
                        tuple(FindingKind.HOURS_DIFFER, "TOTAL HOURS | 121", "120"));
    }

    @Test
    void core_and_optional_are_read_from_their_columns() {
        WorkProcessDocument document = Standards.readText("""
            WORK PROCESS SCHEDULE
            Baker
            Job Function 1: Bakes bread
            Competencies\tCore or Optional\tOJT\tRI
            Competency A: Kneads dough\tCore\tX
            Competency B: Decorates\tOptional
            Job Function 2: Sells
            Competencies\tCore\tOptional
            Counts money\tX
            Wraps gifts\t\tX
            """.replace("gifts\t\tX", "gifts\t \tX"));

        assertThat(document.processes()).extracting(WorkProcess::title).containsExactly("Bakes bread", "Sells");
        assertThat(document.processes().stream().flatMap(process -> process.skills().stream()))
                .extracting(Skill::name, Skill::isCore)
                .containsExactly(
                        tuple("Kneads dough", true),
                        tuple("Decorates", false),
                        tuple("Counts money", true),
                        tuple("Wraps gifts", false));
    }

    @Test
    void a_schedule_without_rows_is_refused_with_what_was_looked_for() {
        assertThatThrownBy(() -> Standards.readText("WORK PROCESS SCHEDULE\nBaker\n"))
                .isInstanceOfSatisfying(NoWorkProcessSchedule.class, refusal -> assertThat(refusal.status())
                        .isEqualTo(422));
    }

    @Test
    void a_title_that_is_nothing_but_signs_beside_another_one_is_no_occupation() {
        WorkProcessDocument document = Standards.readText("""
            WORK PROCESS SCHEDULE
            *** (Existing Title: Bread Baker)
            Baker
            Job Function 1: Bakes bread
            Competencies\tCore or Optional\tOJT\tRI
            Competency A: Kneads dough\tCore\tX
            """);

        assertThat(document.occupation()).isEqualTo("Baker");
    }

    @Test
    void rows_of_nothing_but_blanks_are_read_in_seconds() {
        String text = """
            WORK PROCESS SCHEDULE
            Baker
            Job Function 1: Bakes bread
            Competencies\tCore or Optional\tOJT\tRI
            Competency A: Kneads dough\tCore\tX
            """ + ("x" + " ".repeat(19_000) + "x\n").repeat(20);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Standards.readText(text));
    }

    @Test
    void the_clauses_of_the_standards_are_details_and_their_wages_steps() {
        WorkProcessDocument document = Standards.readText("""
            Appendix A
            WORK PROCESS SCHEDULE
            AND
            RELATED INSTRUCTION OUTLINE

            WORK PROCESS SCHEDULE
            MEDICAL ASSISTANT (Existing Title: Medical Asst.)
            O*NET-SOC CODE: 31-9092.00     RAPIDS CODE: 1085CB

            1. APPRENTICESHIP APPROACH
            Competency-based
            2. APPRENTICE WAGE SCHEDULE
            Apprentices shall be paid as follows.
            1st 1000 hours = 80%
            2nd 1000 hours = 90%
            3. WORK PROCESS SCHEDULE (See attached Work Process Schedule)

            WORK PROCESS SCHEDULE
            MEDICAL ASSISTANT
            O*NET-SOC CODE: 31-9092.00     RAPIDS CODE: 1085CB
            Clinical Procedures
               - Takes vital signs
            Administrative Procedures
               - Schedules patients

            RELATED INSTRUCTION OUTLINE
            MEDICAL ASSISTANT
            Provider: Some College
            Medical Terminology    48
            Pharmacology (40 hours)
            Total Minimum Hours 88
            """);

        assertThat(document.occupation()).isEqualTo("MEDICAL ASSISTANT");
        assertThat(document.details())
                .containsEntry("Existing Title", "Medical Asst.")
                .containsEntry("APPRENTICESHIP APPROACH", "Competency-based")
                .containsEntry("Provider", "Some College");
        assertThat(document.wageSchedule())
                .extracting(WorkProcessDocument.WageStep::percentage)
                .containsExactly("80%", "90%");
        assertThat(document.processes())
                .extracting(WorkProcess::title, WorkProcessReaderTest::skills)
                .containsExactly(
                        tuple("Clinical Procedures", List.of("Takes vital signs")),
                        tuple("Administrative Procedures", List.of("Schedules patients")));
        assertThat(document.courses()).extracting(Course::name).containsExactly("Medical Terminology", "Pharmacology");
        assertThat(document.findings()).isEmpty();
    }

    @Test
    void work_processes_behind_the_numbered_clauses_are_found() {
        WorkProcessDocument document = Standards.readText("""
                Appendix A
                WORK PROCESS SCHEDULE
                WELDER
                O*NET-SOC CODE: 51-4121.00 RAPIDS CODE: 0622

                1. APPRENTICESHIP APPROACH
                Hybrid-based
                4. APPRENTICE WAGE SCHEDULE
                1st 1,000 hours = 60%
                2nd 1,000 hours = 80%

                WORK PROCESSES

                A. Safety and Orientation    200 - 300 hours
                   1. Wears protection
                   2. Reports hazards
                B. Cutting (Optional)    100 hours
                C. Welding\tApproximate Hours: 1000
                   1. Welds overhead (optional)
                   2. Welds flat
                """);

        assertThat(document.wageSchedule()).hasSize(2);
        assertThat(document.processes())
                .extracting(
                        WorkProcess::title,
                        WorkProcess::hours,
                        WorkProcess::isCore,
                        process -> process.skills().stream()
                                .map(skill -> skill.name() + " " + skill.isCore())
                                .toList())
                .containsExactly(
                        tuple(
                                "Safety and Orientation",
                                new WorkProcessDocument.Hours(new BigDecimal("200"), new BigDecimal("300")),
                                true,
                                List.of("Wears protection true", "Reports hazards true")),
                        tuple("Cutting", WorkProcessDocument.Hours.of(new BigDecimal("100")), false, List.of()),
                        tuple(
                                "Welding",
                                WorkProcessDocument.Hours.of(new BigDecimal("1000")),
                                true,
                                List.of("Welds overhead false", "Welds flat true")));
        assertThat(document.findings()).isEmpty();
    }

    @Test
    void a_schedule_without_work_processes_and_a_code_that_cannot_be_read_are_findings() {
        WorkProcessDocument document = Standards.readText("""
                RELATED INSTRUCTION OUTLINE
                WELDER
                O*NET-SOC CODE: ABC RAPIDS CODE: 0622
                Blueprints\t40
                """);

        assertThat(document.processes()).isEmpty();
        assertThat(document.findings())
                .extracting(Finding::kind)
                .containsExactly(FindingKind.CODE_NOT_KNOWN, FindingKind.PART_MISSING);
    }

    @Test
    void a_rating_scale_below_a_job_function_is_no_list_of_competencies() {
        WorkProcessDocument document = Standards.readText("""
                WORK PROCESS SCHEDULE
                WELDER
                Job Function 1: Cuts metal
                - Cuts straight
                Rating scale
                4 - Exceeds
                3 - Meets
                0 - Not trained
                Job Function 2: Welds metal
                - Welds flat
                4 - Exceeds
                3 - Meets
                0 - Not trained
                """);

        assertThat(document.processes())
                .extracting(WorkProcess::title, WorkProcessReaderTest::skills)
                .containsExactly(
                        tuple("Cuts metal", List.of("Cuts straight")), tuple("Welds metal", List.of("Welds flat")));
        assertThat(document.details()).containsEntry("Rating scale", "4 - Exceeds; 3 - Meets; 0 - Not trained");
    }

    @ParameterizedTest
    @ValueSource(strings = {"O*NET", "RAPIDS", "unit", "hours"})
    void a_hostile_schedule_takes_no_longer_than_another_of_its_size(String begin) {
        String beginning = "WORK PROCESS SCHEDULE\nWELDER\nA. Cuts\t100\n";
        Stream.of(" ", "(", "(optional ").forEach(part -> {
            String line = begin + part.repeat(19_000 / part.length()) + "x";
            String text = beginning + (line + "\n").repeat(10);

            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Standards.readText(text));
            assertTimeoutPreemptively(
                    Duration.ofSeconds(30),
                    () -> Standards.readText(
                            text.replace("A. Cuts", "4. WAGES\n5%\nRELATED INSTRUCTION OUTLINE\nCuts")));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"5. WORK PROCESS SCHEDULE", "5. Work Processes:", "WORK PROCESSES:", "WORK PROCESS OUTLINE"})
    void a_heading_below_the_clauses_opens_the_work_processes_numbered_or_not(String heading) {
        WorkProcessDocument document = Standards.readText("""
                APPENDIX A
                WORK PROCESS SCHEDULE
                WELDER
                4. APPRENTICE WAGE SCHEDULE
                1st year 60%
                @
                A. Safety\t200
                """.replace("@", heading));

        assertThat(document.processes()).extracting(WorkProcess::title).containsExactly("Safety");
        assertThat(document.details()).doesNotContainValue("A. Safety | 200");
    }

    @Test
    void a_clause_that_only_names_the_schedule_stays_a_clause() {
        WorkProcessDocument document = Standards.readText("""
                APPENDIX A
                WORK PROCESS SCHEDULE
                WELDER
                5. WORK PROCESS AND ITS SUPERVISION
                See the sponsor.
                WORK PROCESSES
                A. Safety\t200
                """);

        assertThat(document.details()).containsEntry("WORK PROCESS AND ITS SUPERVISION", "See the sponsor.");
        assertThat(document.processes()).hasSize(1);
    }
}
