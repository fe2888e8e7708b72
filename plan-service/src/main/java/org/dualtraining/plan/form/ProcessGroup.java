package org.dualtraining.plan.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dualtraining.plan.catalog.Delivery;
import org.dualtraining.plan.catalog.PublishedFramework;
import org.dualtraining.plan.catalog.WorkProcessSchedule;
import org.dualtraining.plan.catalog.WorkProcessSchedule.WorkProcess;
import org.dualtraining.plan.trainingplan.Disposition;
import org.jspecify.annotations.Nullable;

/**
 * A work process with the competencies that are learned in it.
 *
 * @param title blank where the framework has no work processes
 */
public record ProcessGroup(String title, String description, String hours, String completed, List<Row> rows) {

    static final String NOT_PLANNED = "Not in this plan";

    /** One competency of it. */
    public record Row(String competency, String description, String note, String completed) {}

    /** The schedule's work processes, then what the plan trains on the job beside them. */
    static List<ProcessGroup> of(PlanPaper paper, List<FormLine> lines) {
        Map<UUID, FormLine> byCompetency =
                lines.stream().collect(Collectors.toMap(FormLine::competencyId, Function.identity()));
        @Nullable WorkProcessSchedule schedule = paper.details().schedule();
        List<ProcessGroup> groups = new ArrayList<>();
        Set<UUID> placed = new HashSet<>();
        for (WorkProcess process : schedule == null ? List.<WorkProcess>of() : schedule.workProcesses()) {
            groups.add(of(process, paper, byCompetency));
            placed.addAll(process.competencyIds());
            if (process.competencyId() != null) {
                placed.add(process.competencyId());
            }
        }
        List<Row> others = lines.stream()
                .filter(line -> line.delivery() == Delivery.ON_THE_JOB && line.disposition() != Disposition.EXCLUDED)
                .filter(line -> !placed.contains(line.competencyId()))
                .map(line -> row(line.competencyId(), paper, line))
                .toList();
        if (!others.isEmpty()) {
            String title = groups.isEmpty() ? "" : "Further on-the-job training of this plan";
            groups.add(new ProcessGroup(title, "", "", "", others));
        }
        return groups;
    }

    private static ProcessGroup of(WorkProcess process, PlanPaper paper, Map<UUID, FormLine> lines) {
        @Nullable FormLine whole = process.competencyId() == null ? null : lines.get(process.competencyId());
        return new ProcessGroup(
                process.title(),
                Words.lines(process.description()),
                Hours.of(process.hours()),
                whole == null ? "" : whole.completed(),
                process.competencyIds().stream()
                        .filter(id -> !id.equals(process.competencyId()))
                        .map(id -> row(id, paper, lines.get(id)))
                        .toList());
    }

    private static Row row(UUID competencyId, PlanPaper paper, @Nullable FormLine line) {
        String name = line == null
                ? paper.framework()
                        .competency(competencyId)
                        .map(PublishedFramework.PublishedCompetency::name)
                        .orElse("")
                : line.competency();
        return new Row(
                name,
                Words.lines(paper.details().definitions().get(competencyId)),
                note(line),
                line == null ? "" : line.completed());
    }

    private static String note(@Nullable FormLine line) {
        if (line == null) {
            return NOT_PLANNED;
        }
        return line.delivery() == Delivery.RELATED_INSTRUCTION && line.disposition() != Disposition.EXCLUDED
                ? Words.joined(". ", "Taught as related instruction in this plan", line.note())
                : line.note();
    }
}
