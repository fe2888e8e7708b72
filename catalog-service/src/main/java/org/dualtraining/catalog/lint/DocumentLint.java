package org.dualtraining.catalog.lint;

import java.util.List;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument;
import org.dualtraining.catalog.framework.Finding;

/** All rules. A new rule is a new class and one line here. */
public final class DocumentLint {

    private final List<LintRule> rules;

    public DocumentLint() {
        KnownCredentials credentials = KnownCredentials.load();
        rules = List.of(
                new DefinitionOfAnotherTerm(Glossary.load()),
                new AcronymTransposed(),
                new RecordsAsActors(),
                new NumberDiffers(),
                new AbbreviationDiffersFromIssuer(credentials));
    }

    public List<Finding> check(CompetencyModelDocument document) {
        return rules.stream().flatMap(rule -> rule.check(document)).toList();
    }
}
