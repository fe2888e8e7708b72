package org.dualtraining.progress.dashboard;

import java.util.UUID;
import org.dualtraining.progress.smallgroup.Atom;
import org.jspecify.annotations.Nullable;

/**
 * Sums over the lines of one competency; ids by which it was not asked are null.
 *
 * @param timed lines that were completed after their plan had begun, after so many days in all
 */
public record CompetencyRow(
        @Nullable UUID employerId,
        @Nullable UUID occupationId,
        UUID competencyId,
        long lines,
        long credited,
        long timed,
        long days,
        long upTo30,
        long upTo90,
        long upTo180,
        long upTo365,
        long longer) {

    Atom atom() {
        return new Atom(FiguresReader.known(employerId), FiguresReader.known(occupationId));
    }

    CompetencyRow plus(CompetencyRow other) {
        return new CompetencyRow(
                employerId,
                occupationId,
                competencyId,
                lines + other.lines,
                credited + other.credited,
                timed + other.timed,
                days + other.days,
                upTo30 + other.upTo30,
                upTo90 + other.upTo90,
                upTo180 + other.upTo180,
                upTo365 + other.upTo365,
                longer + other.longer);
    }
}
