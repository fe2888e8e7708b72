package org.dualtraining.plan.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.dualtraining.plan.catalog.Delivery.ON_THE_JOB;
import static org.dualtraining.plan.catalog.Delivery.RELATED_INSTRUCTION;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.plan.catalog.OccupationCode;
import org.dualtraining.plan.catalog.WorkProcessSchedule;
import org.dualtraining.plan.catalog.WorkProcessSchedule.Course;
import org.dualtraining.plan.catalog.WorkProcessSchedule.Hours;
import org.dualtraining.plan.catalog.WorkProcessSchedule.WorkProcess;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a work process schedule makes of standards and a plan. */
class WorkProcessFormTest {

    @Test
    void a_framework_without_a_schedule_has_its_competencies_and_no_hours() {
        Papers papers = new Papers()
                .blank(RELATED_INSTRUCTION, "Ethics")
                .blank(ON_THE_JOB, "Audit")
                .excluded(ON_THE_JOB, "Coding", "Done elsewhere.")
                .define("Audit", "Reads charts.");

        WorkProcessForm form = WorkProcessForm.of(papers.paper(), List.of());

        assertThat(form.processes())
                .containsExactly(new ProcessGroup(
                        "", "", "", "", List.of(new ProcessGroup.Row("Audit", "Reads charts.", "", ""))));
        assertThat(form.courses())
                .containsExactly(
                        new CourseGroup("", "", List.of(new CourseGroup.Row("Ethics", "", "", "", "", "", ""))));
        assertThat(form.processHours()).isEmpty();
        assertThat(form.courseHours()).isEmpty();
        assertThat(form.excluded()).extracting(FormLine::competency).containsExactly("Coding");
        assertThat(fact(form, "RAPIDS code")).isEmpty();
        assertThat(fact(form, "Term")).isEmpty();
    }

    @Test
    void each_line_stands_where_the_standards_have_it_and_the_rest_behind() {
        Papers papers = new Papers()
                .completed(ON_THE_JOB, "Audit", "Rotation", "2026-02-01")
                .blank(RELATED_INSTRUCTION, "Coding")
                .blank(ON_THE_JOB, "Extra")
                .planned(RELATED_INSTRUCTION, "Ethics", "HIMC 1", "d", Papers.COLLEGE, "2026-12-18")
                .excluded(RELATED_INSTRUCTION, "Law", "Known.")
                .with(new WorkProcessSchedule(
                        Map.of(),
                        List.of(process("Records", "500", "1000", "Audit", "Coding"), process("Release", "800", "800")),
                        List.of(course("Ethics", "Year One", "30"), course("Law", "Year One", "15.5")),
                        List.of()));

        WorkProcessForm form = WorkProcessForm.of(papers.paper(), List.of());

        assertThat(form.processes())
                .extracting(ProcessGroup::title, ProcessGroup::hours)
                .containsExactly(
                        tuple("Records", "500–1,000"),
                        tuple("Release", "800"),
                        tuple("Further on-the-job training of this plan", ""));
        assertThat(form.processes().get(0).rows())
                .containsExactly(
                        new ProcessGroup.Row("Audit", "", "", "February 1, 2026"),
                        new ProcessGroup.Row("Coding", "", "Taught as related instruction in this plan", ""));
        assertThat(form.processHours()).isEqualTo("1,300–1,800");
        assertThat(form.courses()).extracting(CourseGroup::total).containsExactly("45.5", "");
        assertThat(form.courses().get(0).rows())
                .containsExactly(
                        new CourseGroup.Row("Ethics", "", "", "HIMC 1", "Northern College (College)", "30", ""),
                        new CourseGroup.Row("Law", "", "Not in this plan: see the reasons below", "", "", "15.5", ""));
        assertThat(form.courses().get(1).rows())
                .extracting(CourseGroup.Row::course)
                .containsExactly("Coding");
    }

    @Test
    void credits_are_not_added_to_hours() {
        Papers papers = new Papers()
                .blank(RELATED_INSTRUCTION, "Ethics")
                .with(new WorkProcessSchedule(
                        Map.of(),
                        List.of(),
                        List.of(
                                course("Ethics", null, "30"),
                                new Course(
                                        null,
                                        "Economics",
                                        null,
                                        "ECON 102",
                                        "State University",
                                        null,
                                        new BigDecimal("3"),
                                        "CREDITS")),
                        List.of()));

        WorkProcessForm form = WorkProcessForm.of(papers.paper(), List.of());

        assertThat(form.courseHours()).isEqualTo("30, 3 credits");
        assertThat(form.courses().get(0).rows().get(1))
                .isEqualTo(new CourseGroup.Row(
                        "ECON 102 Economics", "", "Not in this plan", "", "State University", "3 credits", ""));
    }

    @Test
    void the_head_says_what_standards_and_codes_say_and_guesses_nothing() {
        Papers papers = new Papers()
                .blank(ON_THE_JOB, "Audit")
                .with(new WorkProcessSchedule(
                        Map.of("Term (in months)", "24", "Ratio of Apprentice to Journeyworker", "1:1"),
                        List.of(),
                        List.of(),
                        List.of()));
        OccupationCode competencyBased = new OccupationCode("RAPIDS", "3049", "COMPETENCY_BASED");

        WorkProcessForm one = WorkProcessForm.of(
                papers.paper(), List.of(competencyBased, new OccupationCode("ONET_SOC_2010", "29-2071.00", null)));
        WorkProcessForm two = WorkProcessForm.of(
                papers.paper(), List.of(competencyBased, new OccupationCode("RAPIDS", "3049", "HYBRID")));

        assertThat(fact(one, "RAPIDS code")).isEqualTo("3049 CB");
        assertThat(fact(one, "Type of program")).isEqualTo("Competency-based");
        assertThat(fact(one, "O*NET-SOC code")).isEqualTo("29-2071.00 (2010)");
        assertThat(fact(one, "Term")).isEqualTo("24 months");
        assertThat(fact(one, "Ratio of apprentices to journeyworkers")).isEqualTo("1:1");
        assertThat(fact(one, "Probationary period")).isEmpty();
        assertThat(fact(two, "RAPIDS code")).isEqualTo("3049 CB, 3049 HY");
        assertThat(fact(two, "Type of program")).isEmpty();
    }

    private static String fact(WorkProcessForm form, String label) {
        return form.facts().stream()
                .flatMap(List::stream)
                .filter(fact -> fact.label().equals(label))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static WorkProcess process(String title, String minimum, String maximum, String... competencies) {
        List<UUID> ids = List.of(competencies).stream().map(Papers::id).toList();
        return new WorkProcess(null, title, null, new Hours(new BigDecimal(minimum), new BigDecimal(maximum)), ids);
    }

    private static Course course(String competency, @Nullable String group, String hours) {
        return new Course(Papers.id(competency), competency, null, null, null, group, new BigDecimal(hours), "HOURS");
    }
}
