package org.dualtraining.catalog.lint;

import java.util.stream.Stream;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.CertificationLine;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;

/** A known credential under an abbreviation that is not its issuer's. */
final class AbbreviationDiffersFromIssuer implements LintRule {

    private final KnownCredentials credentials;

    AbbreviationDiffersFromIssuer(KnownCredentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public Stream<Finding> check(CompetencyModelDocument document) {
        return document.certifications().stream()
                .filter(certification -> certification.abbreviation() != null)
                .flatMap(certification -> credentials.named(certification.name()).stream()
                        .filter(known -> !known.abbreviation().equalsIgnoreCase(certification.abbreviation()))
                        .map(known -> finding(certification, known)));
    }

    private static Finding finding(CertificationLine certification, KnownCredentials.Credential known) {
        return Finding.at(
                certification.line(),
                FindingKind.ABBREVIATION_DIFFERS_FROM_ISSUER,
                certification.text(),
                "the issuer, " + known.issuer() + ", calls it " + known.abbreviation(),
                new CertificationLine(certification.line(), certification.name(), known.abbreviation(), null).text());
    }
}
