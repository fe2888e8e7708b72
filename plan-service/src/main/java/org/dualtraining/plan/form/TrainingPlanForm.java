package org.dualtraining.plan.form;

import java.util.List;
import java.util.stream.Stream;
import org.dualtraining.plan.catalog.Delivery;
import org.dualtraining.plan.trainingplan.Disposition;

/**
 * The state's training-plan form, filled in.
 *
 * @param facts in pairs, as they stand side by side
 * @param excluded what the plan leaves out because the employee has it or does not need it, with the reasons
 */
public record TrainingPlanForm(
        String title, String foot, List<List<Fact>> facts, List<Section> sections, List<FormLine> excluded) {

    /** The rows of one delivery; the heading and its order are the form's. */
    public record Section(String heading, String caption, List<FormLine> lines) {}

    static TrainingPlanForm of(PlanPaper paper) {
        List<FormLine> lines = paper.lines();
        return new TrainingPlanForm(
                paper.plan().occupationTitle() + " Training Plan",
                paper.foot(),
                List.of(
                        List.of(
                                new Fact("Dual trainee", paper.trainee()),
                                new Fact("Employer", paper.plan().employerName())),
                        List.of(
                                new Fact("Occupation", paper.plan().occupationTitle()),
                                new Fact("Target certification", paper.targetCertification())),
                        List.of(
                                new Fact("Competency framework", paper.frameworkVersion()),
                                new Fact("Source of the framework", paper.source())),
                        List.of(
                                new Fact(
                                        "Status of the plan",
                                        Words.of(paper.plan().status())),
                                new Fact("Printed", Words.of(paper.printedOn())))),
                List.of(
                        new Section(
                                "Related Instruction Competencies",
                                "Competencies taught as related instruction",
                                planned(lines, Delivery.RELATED_INSTRUCTION)),
                        new Section(
                                "On-The-Job Training Competencies",
                                "Competencies trained on the job",
                                planned(lines, Delivery.ON_THE_JOB))),
                lines.stream()
                        .filter(line -> line.disposition() == Disposition.EXCLUDED)
                        .toList());
    }

    private static List<FormLine> planned(List<FormLine> lines, Delivery delivery) {
        return lines.stream()
                .filter(line -> line.delivery() == delivery && line.disposition() != Disposition.EXCLUDED)
                .toList();
    }

    /** All rows, those that the plan leaves out last. */
    Stream<FormLine> lines() {
        return Stream.concat(sections.stream().flatMap(section -> section.lines().stream()), excluded.stream());
    }
}
