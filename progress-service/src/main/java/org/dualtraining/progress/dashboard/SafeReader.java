package org.dualtraining.progress.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import org.dualtraining.progress.dashboard.FiguresReader.By;
import org.dualtraining.progress.report.Question;

/** Reads what decides about small groups: always all plans, whatever is asked, or two answers would decide differently. */
@ApplicationScoped
class SafeReader {

    static final Set<By> ATOM = EnumSet.of(By.EMPLOYER, By.OCCUPATION);
    static final Question EVERYTHING = new Question(null, null, null, false, false);

    private final FiguresReader reader;

    @Inject
    SafeReader(FiguresReader reader) {
        this.reader = reader;
    }

    SafeFigures read() {
        return new SafeFigures(
                reader.plans(EVERYTHING, ATOM).stream().filter(PlanRow::primary).toList(), reader.secretOrder());
    }
}
