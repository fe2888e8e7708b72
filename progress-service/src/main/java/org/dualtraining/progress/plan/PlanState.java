package org.dualtraining.progress.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dualtraining.progress.event.Delivery;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it was last heard of, with its lines counted.
 *
 * @param primary whether its apprentice is counted as a person here, and not at another of their plans
 * @param startedOn the day it was first heard to be active
 * @param held competencies that are credited, on the plan or not
 * @param creditedDays days since 1970 of the credited lines that count, in order
 */
public record PlanState(
        UUID planId,
        UUID apprenticeId,
        UUID employerId,
        UUID occupationId,
        UUID frameworkId,
        UUID targetCertificationId,
        PlanStatus status,
        int epoch,
        long version,
        boolean primary,
        @Nullable LocalDate startedOn,
        int instructionTotal,
        int instructionCredited,
        int jobTotal,
        int jobCredited,
        int held,
        List<Integer> creditedDays) {

    /** Before any line is counted. */
    PlanState uncounted() {
        return counting(0, 0, 0, 0, 0, List.of());
    }

    PlanState counting(Collection<PlanLine> lines) {
        PlanState counted = uncounted();
        for (PlanLine line : lines) {
            counted = counted.counting(line, 1);
        }
        return counted;
    }

    /** The same plan after a line changed. */
    public PlanState changed(PlanLine before, PlanLine after) {
        return counting(before, -1).counting(after, 1);
    }

    private PlanState counting(PlanLine line, int sign) {
        int heldNow = held + (line.isCredited() ? sign : 0);
        if (!line.counts()) {
            return counting(instructionTotal, instructionCredited, jobTotal, jobCredited, heldNow, creditedDays);
        }
        int credited = line.isCredited() ? sign : 0;
        List<Integer> days = line.isCredited() ? daysWith(line, sign) : creditedDays;
        return line.delivery() == Delivery.RELATED_INSTRUCTION
                ? counting(
                        instructionTotal + sign, instructionCredited + credited, jobTotal, jobCredited, heldNow, days)
                : counting(
                        instructionTotal, instructionCredited, jobTotal + sign, jobCredited + credited, heldNow, days);
    }

    private List<Integer> daysWith(PlanLine line, int sign) {
        LocalDate on = line.completedOn();
        Integer day = on == null ? 0 : (int) on.toEpochDay();
        List<Integer> days = new ArrayList<>(creditedDays);
        if (sign < 0) {
            days.remove(day);
        } else {
            int place = Collections.binarySearch(days, day);
            days.add(place < 0 ? -place - 1 : place, day);
        }
        return days;
    }

    private PlanState counting(
            int allInstruction, int someInstruction, int allJob, int someJob, int heldNow, List<Integer> days) {
        return new PlanState(
                planId,
                apprenticeId,
                employerId,
                occupationId,
                frameworkId,
                targetCertificationId,
                status,
                epoch,
                version,
                primary,
                startedOn,
                allInstruction,
                someInstruction,
                allJob,
                someJob,
                heldNow,
                days);
    }

    public int total() {
        return instructionTotal + jobTotal;
    }

    public int credited() {
        return instructionCredited + jobCredited;
    }

    @Nullable
    LocalDate lastCompletedOn() {
        return creditedDays.isEmpty() ? null : LocalDate.ofEpochDay(creditedDays.get(creditedDays.size() - 1));
    }

    PlanStanding standing(Set<UUID> providers) {
        return new PlanStanding(
                planId,
                apprenticeId,
                occupationId,
                employerId,
                status,
                primary,
                startedOn,
                total(),
                credited(),
                providers,
                creditedDays.stream().map(PlanState::mondayOf).toList());
    }

    /** 1970-01-01 was a Thursday. */
    private static int mondayOf(int epochDay) {
        return epochDay - Math.floorMod(epochDay + 3, 7);
    }
}
