package org.dualtraining.plan.form;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dualtraining.plan.catalog.FrameworkDetails;
import org.dualtraining.plan.catalog.PublishedFramework;
import org.dualtraining.plan.party.Provider;
import org.dualtraining.plan.trainingplan.PlanLine;
import org.dualtraining.plan.trainingplan.TrainingPlan;
import org.jspecify.annotations.Nullable;

/**
 * What is printed of a plan, whatever the paper.
 *
 * @param trainee the apprentice's name; blank where the reader may not know it any more
 * @param priorLearningDays the days of the evidence for PRIOR lines
 */
record PlanPaper(
        TrainingPlan plan,
        String trainee,
        PublishedFramework framework,
        FrameworkDetails details,
        Map<UUID, Provider> providers,
        Map<UUID, LocalDate> priorLearningDays,
        LocalDate printedOn) {

    /** In the order of the form, whatever order they were entered in; what the form has no row for comes last. */
    List<FormLine> lines() {
        List<UUID> order =
                framework.form().stream().map(competency -> competency.id()).toList();
        return plan.lines().stream()
                .sorted(Comparator.comparingInt((PlanLine line) -> place(order, line))
                        .thenComparing(PlanLine::ordinal))
                .map(line -> FormLine.of(line, this))
                .toList();
    }

    private static int place(List<UUID> order, PlanLine line) {
        int place = order.indexOf(line.competencyId());
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    @Nullable
    Provider responsible(PlanLine line) {
        UUID id = line.terms().providerId();
        return id == null ? null : providers.get(id);
    }

    String targetCertification() {
        return details.certification(plan.targetCertificationId())
                .map(certification -> certification.abbreviation() == null
                        ? certification.name()
                        : certification.name() + " (" + certification.abbreviation() + ")")
                .orElse("");
    }

    String frameworkVersion() {
        return plan.frameworkTitle() + ", version " + plan.frameworkVersion();
    }

    /** The models that the version is based on, and the file that it was read from. */
    String source() {
        FrameworkDetails.Provenance provenance = details.provenance();
        if (provenance == null) {
            return "";
        }
        String basedOn = provenance.basedOn() == null
                ? ""
                : provenance.basedOn().stream()
                        .map(basis -> Words.joined(", ", basis.title(), basis.publisher(), basis.date()))
                        .collect(Collectors.joining("; "));
        String file = provenance.source() == null ? "" : provenance.source().name();
        return Words.joined(
                "; ", basedOn.isEmpty() ? "" : "Based on " + basedOn, file.isEmpty() ? "" : "read from " + file);
    }

    /** Stands at the foot of each sheet, so that a loose one finds its way back. */
    String foot() {
        return "Training plan " + plan.id() + ", revision " + plan.version() + ", printed " + Words.of(printedOn);
    }
}
