package org.dualtraining.plan.form;

import java.time.LocalDate;
import java.util.UUID;
import org.dualtraining.plan.catalog.Delivery;
import org.dualtraining.plan.party.Provider;
import org.dualtraining.plan.trainingplan.Disposition;
import org.dualtraining.plan.trainingplan.LineCredit;
import org.dualtraining.plan.trainingplan.PlanLine;
import org.jspecify.annotations.Nullable;

/**
 * One row of the form.
 *
 * @param priorLearningOn the day of the evidence that credits a PRIOR line
 */
public record FormLine(
        UUID lineId,
        UUID competencyId,
        String competency,
        Delivery delivery,
        Disposition disposition,
        String courseName,
        String courseDescription,
        @Nullable Provider responsible,
        @Nullable LocalDate anticipatedOn,
        String reason,
        @Nullable LocalDate priorLearningOn,
        @Nullable LocalDate completedOn) {

    /** A row with more text than this may be parted at the end of a sheet, because it may be taller than one. */
    private static final int LONG = 700;

    static FormLine of(PlanLine line, PlanPaper paper) {
        @Nullable LineCredit credit = line.credit();
        return new FormLine(
                line.id(),
                line.competencyId(),
                line.competencyName(),
                line.delivery(),
                line.disposition(),
                Words.of(line.terms().courseName()),
                Words.lines(line.terms().courseDescription()),
                paper.responsible(line),
                line.terms().anticipatedCompletionDate(),
                Words.lines(line.terms().reason()),
                paper.priorLearningDays().get(line.id()),
                credit == null ? null : credit.completedOn());
    }

    /** "Northern College (College)". */
    public String provider() {
        return responsible == null ? "" : responsible.name() + " (" + Words.of(responsible.type()) + ")";
    }

    public String anticipated() {
        return Words.of(anticipatedOn);
    }

    public String completed() {
        return Words.of(completedOn);
    }

    /** What a reader must know of a line that is not trained; blank for one that is. */
    public String note() {
        return switch (disposition) {
            case TRAIN -> "";
            case PRIOR ->
                priorLearningOn == null
                        ? "Prior learning: no evidence recorded yet"
                        : "Credited by prior learning: evidence of " + Words.of(priorLearningOn);
            case EXCLUDED -> "Not in this plan: see the reasons below";
        };
    }

    public String section() {
        return delivery == Delivery.ON_THE_JOB ? "On-the-job training" : "Related instruction";
    }

    public boolean isLong() {
        return courseDescription.length() > LONG || courseDescription.lines().count() > 15 || reason.length() > LONG;
    }
}
