package org.dualtraining.plan.trainingplan;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.plan.catalog.PublishedFramework;

/** One apprentice's plan, pinned to one framework version and one target certification. */
public record TrainingPlan(
        UUID id,
        UUID apprenticeId,
        UUID employerId,
        String employerName,
        UUID frameworkId,
        int frameworkVersion,
        String frameworkTitle,
        UUID occupationId,
        String occupationTitle,
        UUID targetCertificationId,
        PlanStatus status,
        int epoch,
        long version,
        List<PlanLine> lines) {

    /** A plan that is just being made. */
    public static TrainingPlan made(
            UUID id,
            UUID apprenticeId,
            UUID employerId,
            PublishedFramework framework,
            UUID targetCertificationId,
            PlanStatus status,
            List<PlanLine> lines) {
        return new TrainingPlan(
                id,
                apprenticeId,
                employerId,
                "",
                framework.id(),
                framework.number(),
                framework.title(),
                framework.occupationId(),
                framework.occupationTitle(),
                targetCertificationId,
                status,
                1,
                1,
                lines);
    }

    public PlanLine line(UUID lineId) {
        return lines.stream()
                .filter(line -> line.id().equals(lineId))
                .findFirst()
                .orElseThrow(() -> new NotFound("plan line"));
    }

    TrainingPlan become(PlanStatus next) {
        if (!status.mayBecome(next)) {
            throw new PlanStatusForbids(status, next);
        }
        return copy(next, version + 1, lines);
    }

    /** With one line changed. */
    TrainingPlan with(PlanLine changed) {
        return amended(lines.stream()
                .map(line -> line.id().equals(changed.id()) ? changed : line)
                .toList());
    }

    /** With these lines in this order. */
    TrainingPlan amended(List<PlanLine> next) {
        requireOpen();
        return copy(status, version + 1, placed(next));
    }

    /** Pinned to a newer version of its framework, with these lines in this order. */
    public TrainingPlan upgraded(PublishedFramework to, UUID certificationId, List<PlanLine> next) {
        requireOpen();
        return new TrainingPlan(
                id,
                apprenticeId,
                employerId,
                employerName,
                frameworkId,
                to.number(),
                to.title(),
                occupationId,
                to.occupationTitle(),
                certificationId,
                status,
                epoch,
                version + 1,
                placed(next));
    }

    /** Refuses what a plan that is completed or cancelled does not take. */
    public void requireOpen() {
        if (status.isClosed()) {
            throw new PlanIsClosed();
        }
    }

    private static List<PlanLine> placed(List<PlanLine> next) {
        return IntStream.range(0, next.size()).mapToObj(i -> next.get(i).at(i)).toList();
    }

    /** Out of force, whatever it was: the apprentice turned out to be another one, for whom another plan goes on. */
    TrainingPlan replaced() {
        return copy(PlanStatus.CANCELLED, version + 1, lines);
    }

    /** An equal plan of another apprentice, which nothing credits yet. */
    TrainingPlan equalFor(UUID apprentice, UUID planId) {
        return new TrainingPlan(
                planId,
                apprentice,
                employerId,
                employerName,
                frameworkId,
                frameworkVersion,
                frameworkTitle,
                occupationId,
                occupationTitle,
                targetCertificationId,
                status,
                epoch,
                1,
                lines.stream().map(line -> line.equalIn(planId)).toList());
    }

    TrainingPlan atVersion(long next) {
        return copy(status, next, lines);
    }

    /** The same plan, to be said anew. */
    TrainingPlan inEpoch(int next) {
        return new TrainingPlan(
                id,
                apprenticeId,
                employerId,
                employerName,
                frameworkId,
                frameworkVersion,
                frameworkTitle,
                occupationId,
                occupationTitle,
                targetCertificationId,
                status,
                next,
                version + 1,
                lines);
    }

    TrainingPlan withLines(List<PlanLine> read) {
        return copy(status, version, read);
    }

    private TrainingPlan copy(PlanStatus nextStatus, long nextVersion, List<PlanLine> nextLines) {
        return new TrainingPlan(
                id,
                apprenticeId,
                employerId,
                employerName,
                frameworkId,
                frameworkVersion,
                frameworkTitle,
                occupationId,
                occupationTitle,
                targetCertificationId,
                nextStatus,
                epoch,
                nextVersion,
                nextLines);
    }
}
