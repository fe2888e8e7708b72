package org.dualtraining.catalog.competencymodel;

import static org.dualtraining.catalog.framework.VersionCompetency.LONGEST_DEFINITION;
import static org.dualtraining.catalog.framework.VersionCompetency.LONGEST_NAME;

import java.util.ArrayList;
import java.util.List;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Entry;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Quoted;
import org.dualtraining.kit.problem.Problem;
import org.dualtraining.kit.problem.Unprocessable;
import org.jspecify.annotations.Nullable;

/** How much a document may say, as for an edited draft: what is longer no plan and no event could carry. */
public final class DocumentBounds {

    private static final int MOST_COMPETENCIES = 1_000;

    private DocumentBounds() {}

    /** Refuses what is more, with the lines. */
    public static void require(CompetencyModelDocument document) {
        if (document.entries().count() > MOST_COMPETENCIES) {
            throw new Unprocessable("body", "must name at most " + MOST_COMPETENCIES + " competencies");
        }
        List<Problem.Violation> tooLong = new ArrayList<>();
        limit(document.industry(), LONGEST_NAME, tooLong);
        limit(document.title(), LONGEST_NAME, tooLong);
        limit(document.description(), LONGEST_DEFINITION, tooLong);
        document.alternateTitles().forEach(title -> limit(title, LONGEST_NAME, tooLong));
        document.certifications().forEach(line -> {
            limit(line.line(), line.text(), LONGEST_NAME, tooLong);
            limit(line.line(), line.issuer(), LONGEST_NAME, tooLong);
        });
        document.sections().stream()
                .flatMap(section -> section.entries().stream())
                .flatMap(Entry::withDescendants)
                .forEach(entry -> {
                    limit(entry.line(), entry.name(), LONGEST_NAME, tooLong);
                    limit(entry.line(), entry.definition(), LONGEST_DEFINITION, tooLong);
                });
        if (!tooLong.isEmpty()) {
            throw new Unprocessable("The document has names or texts that are too long.", tooLong);
        }
    }

    private static void limit(@Nullable Quoted quoted, int most, List<Problem.Violation> tooLong) {
        if (quoted != null) {
            limit(quoted.line(), quoted.text(), most, tooLong);
        }
    }

    private static void limit(int line, @Nullable String text, int most, List<Problem.Violation> tooLong) {
        if (text != null && text.length() > most) {
            tooLong.add(new Problem.Violation(
                    "line " + line,
                    "must have at most " + most + " characters here; is a dash after the name missing?"));
        }
    }
}
