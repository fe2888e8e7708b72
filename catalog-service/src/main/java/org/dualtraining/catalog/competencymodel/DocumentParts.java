package org.dualtraining.catalog.competencymodel;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.FoundHeading;

/** The document cut at its headings. A heading that comes again, as after a page break, continues its part. */
final class DocumentParts {

    private final List<Line> preamble = new ArrayList<>();
    private final Map<Heading, Line> headings = new EnumMap<>(Heading.class);
    private final Map<Heading, List<Line>> bodies = new EnumMap<>(Heading.class);

    private final List<FoundHeading> found = new ArrayList<>();

    private DocumentParts() {}

    static DocumentParts of(List<Line> lines) {
        DocumentParts parts = new DocumentParts();
        List<Line> body = parts.preamble;
        boolean inForm = false;
        for (Line line : lines) {
            Optional<Heading> heading = inForm ? Optional.empty() : parts.headingOn(line);
            if (heading.isPresent()) {
                parts.headings.putIfAbsent(heading.get(), line);
                parts.found.add(new FoundHeading(
                        line.number(), line.text(), heading.get().name()));
                body = parts.bodies.computeIfAbsent(heading.get(), opened -> new ArrayList<>());
                if (heading.get().mayOpenList() && !heading.get().valueOn(line).isEmpty()) {
                    body.add(line.rest(heading.get().valueOn(line)));
                }
                // the form is the last part: its rows may look like headings
                inForm = heading.get() == Heading.FORM;
            } else {
                body.add(line);
            }
        }
        return parts;
    }

    /** "... Training Plan" above the competencies is a title of the document and not its form. */
    private Optional<Heading> headingOn(Line line) {
        return Heading.of(line).filter(heading -> heading != Heading.FORM || hasSection());
    }

    private boolean hasSection() {
        return headings.keySet().stream().anyMatch(heading -> heading.section() != null);
    }

    Optional<Line> heading(Heading heading) {
        return Optional.ofNullable(headings.get(heading));
    }

    /** The lines below a heading; none when it is not there. */
    List<Line> below(Heading heading) {
        return bodies.getOrDefault(heading, List.of());
    }

    List<Line> preamble() {
        return preamble;
    }

    /** All of them in the order of the document, those that came again too. */
    List<FoundHeading> found() {
        return found;
    }

    Set<Heading> missing() {
        Set<Heading> missing = EnumSet.allOf(Heading.class);
        missing.removeAll(headings.keySet());
        return missing;
    }
}
