package org.dualtraining.plan.planupgrade;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.plan.catalog.Delivery;
import org.dualtraining.plan.catalog.PublishedFramework;
import org.dualtraining.plan.trainingplan.Disposition;
import org.dualtraining.plan.trainingplan.PlanLine;
import org.dualtraining.plan.trainingplan.TrainingPlan;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an upgrade would make of a plan. Nothing has changed. */
@Schema(name = "UpgradePreview")
record UpgradePreview(
        UUID planId,

        @Schema(description = "the version of the plan that was looked at")
        long planVersion,

        @Schema(description = "the framework version that the plan is pinned to")
        int from,

        @Schema(description = "the framework version that it would go to")
        int to,

        @Schema(description = "the plan's present one") UUID targetCertificationId,

        @Schema(description = "whether the newer version still has it; if not, the upgrade needs another one")
        boolean targetCertificationStays,

        @Schema(description = "the certifications of the newer version")
        List<UUID> certificationIds,

        @Schema(description = "as it is") Count before,
        @Schema(description = "as it would be") Count after,

        @Schema(description = "as they would be: in the form's order of the newer version, then the rest")
        List<Line> lines) {

    /** What the percentage is made of. */
    @Schema(name = "UpgradeCount")
    record Count(
            @Schema(description = "lines to be trained or credited as prior learning")
            int total,

            @Schema(description = "those of them that evidence in force completes")
            int finished) {}

    /** One line. */
    @Schema(name = "UpgradedLine")
    record Line(
            @Schema(description = "absent for a line that would be added") @Nullable
            UUID lineId,

            UUID competencyId,
            String competencyName,

            @Schema(description = "its name on the plan, where that would change") @Nullable
            String previousName,

            LineOutcome outcome,

            @Schema(description = "whether it is finished; what is finished stays so")
            boolean staysCredited,

            Delivery delivery,
            Disposition disposition,
            @Nullable Disposition previousDisposition,

            @Schema(description = "why it would be excluded") @Nullable
            String reason,

            @Nullable Integer minimumRating,

            @Schema(description = "the lines whose place it would take")
            List<UUID> replaces,

            @Schema(description = "the competencies that would take its place")
            List<UUID> replacedBy) {

        static Line of(UpgradedLine line) {
            PlanLine after = line.after();
            Optional<PlanLine> before = Optional.ofNullable(line.before());
            return new Line(
                    before.map(PlanLine::id).orElse(null),
                    after.competencyId(),
                    after.competencyName(),
                    before.map(PlanLine::competencyName)
                            .filter(name -> !name.equals(after.competencyName()))
                            .orElse(null),
                    line.outcome(),
                    line.isFinished(),
                    after.delivery(),
                    after.disposition(),
                    before.map(PlanLine::disposition)
                            .filter(disposition -> disposition != after.disposition())
                            .orElse(null),
                    after.terms().reason(),
                    after.minimumRating(),
                    line.replaces(),
                    line.replacedBy());
        }
    }

    static UpgradePreview of(TrainingPlan plan, PublishedFramework to, List<UpgradedLine> lines) {
        return new UpgradePreview(
                plan.id(),
                plan.version(),
                plan.frameworkVersion(),
                to.number(),
                plan.targetCertificationId(),
                to.certificationIds().contains(plan.targetCertificationId()),
                to.certificationIds(),
                new Count(counted(plan.lines()), (int)
                        lines.stream().filter(UpgradedLine::isFinished).count()),
                new Count(counted(lines.stream().map(UpgradedLine::after).toList()), (int)
                        lines.stream().filter(UpgradedLine::isFinished).count()),
                lines.stream().map(Line::of).toList());
    }

    private static int counted(List<PlanLine> lines) {
        return (int) lines.stream()
                .filter(line -> line.disposition() != Disposition.EXCLUDED)
                .count();
    }
}
