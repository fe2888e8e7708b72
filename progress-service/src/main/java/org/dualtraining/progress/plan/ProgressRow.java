package org.dualtraining.progress.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.progress.event.Delivery;
import org.dualtraining.progress.plan.ProgressView.Count;
import org.dualtraining.progress.plan.ProgressView.DueLine;
import org.dualtraining.progress.plan.ProgressView.LineView;
import org.jspecify.annotations.Nullable;

/** The kept count of one plan. */
public record ProgressRow(
        UUID planId,
        UUID apprenticeId,
        PlanStatus status,
        int instructionTotal,
        int instructionCredited,
        int jobTotal,
        int jobCredited,
        long revision,
        Instant countedAt) {

    ProgressView view(List<LineView> lines, Temporal asOf, LocalDate today) {
        List<DueLine> overdue = new ArrayList<>();
        DueLine nextDue = null;
        for (DueLine due : dueOf(lines)) {
            if (due.anticipatedCompletionDate().isBefore(today)) {
                overdue.add(due);
            } else if (nextDue == null) {
                nextDue = due;
            }
        }
        int total = instructionTotal + jobTotal;
        int credited = instructionCredited + jobCredited;
        return new ProgressView(
                planId,
                apprenticeId,
                status,
                asOf,
                countedAt,
                total,
                credited,
                ProgressView.percent(credited, total),
                byDelivery(),
                lines,
                nextDue,
                overdue);
    }

    /** Only an active plan has anything due; in the order of the dates, and of the form where they are equal. */
    private List<DueLine> dueOf(List<LineView> lines) {
        if (status != PlanStatus.ACTIVE) {
            return List.of();
        }
        List<DueLine> due = new ArrayList<>();
        for (LineView line : lines) {
            @Nullable LocalDate anticipated = line.anticipatedCompletionDate();
            if (line.mayBeDue() && anticipated != null) {
                due.add(new DueLine(
                        line.lineId(), line.competencyId(), line.competencyName(), line.delivery(), anticipated));
            }
        }
        due.sort(Comparator.comparing(DueLine::anticipatedCompletionDate));
        return due;
    }

    private Map<Delivery, Count> byDelivery() {
        Map<Delivery, Count> counts = new EnumMap<>(Delivery.class);
        counts.put(Delivery.RELATED_INSTRUCTION, new Count(instructionTotal, instructionCredited));
        counts.put(Delivery.ON_THE_JOB, new Count(jobTotal, jobCredited));
        return counts;
    }
}
