package org.dualtraining.catalog.framework;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an agency accepted holds for the next version as long as what it is about is there: the finding is found again,
 * maybe on another line, or the text still stands. An agency is not asked twice.
 */
final class CarriedAnnotations {

    private final VersionContent made;

    private CarriedAnnotations(VersionContent made) {
        this.made = made;
    }

    static List<Annotation> of(List<Annotation> before, VersionContent made) {
        CarriedAnnotations carried = new CarriedAnnotations(made);
        return before.stream().flatMap(known -> carried.of(known).stream()).toList();
    }

    private Optional<Annotation> of(Annotation known) {
        return found(known).map(known::about).or(() -> Optional.of(known)
                .filter(annotation -> stands(annotation.text(), annotation.competencyId())));
    }

    /** The finding itself, else the one that says the same on another line. */
    private Optional<UUID> found(Annotation known) {
        return made.findings().stream()
                .filter(finding -> finding.id().equals(known.findingId()))
                .findFirst()
                .or(() -> made.findings().stream()
                        .filter(finding -> finding.kind() == known.kind()
                                && finding.text().equals(known.text())
                                && known.accepted().equals(finding.proposal()))
                        .findFirst())
                .map(Finding::id);
    }

    private boolean stands(String text, @Nullable UUID competency) {
        Stream<String> texts = competency == null
                ? Stream.concat(ofWhole(), made.competencies().stream().flatMap(CarriedAnnotations::said))
                : made.competencies().stream()
                        .filter(row -> row.competencyId().equals(competency))
                        .flatMap(CarriedAnnotations::said);
        return texts.anyMatch(said -> said.contains(text));
    }

    private Stream<String> ofWhole() {
        OccupationText occupation = made.occupation();
        Stream<String> ofOccupation = occupation == null
                ? Stream.of()
                : Stream.concat(
                        Stream.of(occupation.title(), Objects.requireNonNullElse(occupation.description(), "")),
                        occupation.alternateTitles().stream());
        return Stream.of(
                        Stream.of(made.title()),
                        Stream.ofNullable(made.industry()),
                        Stream.ofNullable(made.description()),
                        ofOccupation,
                        made.certifications().stream()
                                .flatMap(line ->
                                        Stream.concat(Stream.of(line.name()), Stream.ofNullable(line.abbreviation()))))
                .flatMap(texts -> texts);
    }

    private static Stream<String> said(VersionCompetency row) {
        return Stream.of(
                        Stream.of(row.name()),
                        Stream.ofNullable(row.definition())
                                .flatMap(definition -> Stream.of(definition, row.name() + " \u2013 " + definition)),
                        row.aliases().stream())
                .flatMap(texts -> texts);
    }
}
