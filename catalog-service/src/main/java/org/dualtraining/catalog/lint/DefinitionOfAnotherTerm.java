package org.dualtraining.catalog.lint;

import java.util.stream.Stream;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Entry;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;

/** A competency that carries the well-known definition of something else. */
final class DefinitionOfAnotherTerm implements LintRule {

    private final Glossary glossary;

    DefinitionOfAnotherTerm(Glossary glossary) {
        this.glossary = glossary;
    }

    @Override
    public Stream<Finding> check(CompetencyModelDocument document) {
        return document.entries().flatMap(this::check);
    }

    private Stream<Finding> check(Entry entry) {
        String definition = entry.definition();
        if (definition == null) {
            return Stream.empty();
        }
        return glossary.termsDefinedBy(definition)
                .filter(term -> !term.isNamedIn(entry.name()))
                .map(term -> Finding.at(
                        entry.line(),
                        FindingKind.DEFINITION_OF_ANOTHER_TERM,
                        entry.name() + " \u2013 " + definition,
                        "this is the definition of \"" + term.term() + "\" (" + term.source()
                                + "), not of what the name says"));
    }
}
