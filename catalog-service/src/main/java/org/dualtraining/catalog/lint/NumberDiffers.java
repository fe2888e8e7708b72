package org.dualtraining.catalog.lint;

import java.util.List;
import java.util.stream.Stream;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.CertificationLine;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Quoted;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.dualtraining.catalog.identity.Names;

/** A certification that carries the occupation's name in another number: "Record" against "Records". */
final class NumberDiffers implements LintRule {

    @Override
    public Stream<Finding> check(CompetencyModelDocument document) {
        List<Quoted> titles = Stream.concat(Stream.of(document.occupation()), document.alternateTitles().stream())
                .toList();
        return document.certifications().stream().flatMap(certification -> titles.stream()
                .filter(title -> Names.isSameButForNumber(title.text(), certification.name())
                        && !Names.isSame(title.text(), certification.name()))
                .limit(1)
                .map(title -> finding(certification, title)));
    }

    private static Finding finding(CertificationLine certification, Quoted title) {
        CertificationLine proposed =
                new CertificationLine(certification.line(), title.text(), certification.abbreviation(), null);
        return Finding.at(
                certification.line(),
                FindingKind.NUMBER_DIFFERS,
                certification.text(),
                "differs from the occupation's name only in singular and plural",
                proposed.text());
    }
}
