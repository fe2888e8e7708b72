package org.dualtraining.catalog.lint;

import java.util.stream.Stream;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument;
import org.dualtraining.catalog.framework.Finding;

/** One thing to look for in a document. */
interface LintRule {

    Stream<Finding> check(CompetencyModelDocument document);
}
