package org.dualtraining.catalog.competencymodel;

import java.util.List;
import java.util.stream.Stream;
import org.dualtraining.catalog.framework.Delivery;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.SectionKind;
import org.jspecify.annotations.Nullable;

/**
 * A competency model as its document says it, verbatim, with the line of each part.
 *
 * @param industry the state's sector: "Health Care Services"
 * @param title the heading above the description, often the occupation in the plural
 * @param form the rows of the empty training-plan form: a template in an order of its own
 * @param headings what the reader took for a heading, in the order of the document
 * @param findings what could not be read, or only by a guess
 */
public record CompetencyModelDocument(
        @Nullable Quoted industry,
        Quoted occupation,
        @Nullable Quoted title,
        @Nullable Quoted description,
        List<Quoted> alternateTitles,
        List<Basis> basedOn,
        List<Section> sections,
        List<CertificationLine> certifications,
        List<FormRow> form,
        List<FoundHeading> headings,
        List<Finding> findings) {

    /** Every competency of all sections, parents before their children. */
    public Stream<Entry> entries() {
        return sections.stream().flatMap(section -> section.entries().stream()).flatMap(Entry::withDescendants);
    }

    /** A piece of the document and the line on which it starts. */
    public record Quoted(int line, String text) {}

    /** A heading and what it was taken for: OCCUPATION, FORM, FORM_ON_THE_JOB, ... */
    public record FoundHeading(int line, String text, String kind) {}

    /** The model on which this one is based. */
    public record Basis(
            String title,
            @Nullable String publisher,
            @Nullable String date) {}

    /** One list of competencies in list order. */
    public record Section(SectionKind kind, List<Entry> entries) {}

    /** One competency of a list. */
    public record Entry(int line, String name, @Nullable String definition, List<Entry> children) {

        public Stream<Entry> withDescendants() {
            return Stream.concat(Stream.of(this), children.stream().flatMap(Entry::withDescendants));
        }
    }

    /** A certification that the document names. */
    public record CertificationLine(
            int line,
            String name,
            @Nullable String abbreviation,
            @Nullable String issuer) {

        /** As the document writes it, without the issuer. */
        public String text() {
            return abbreviation == null ? name : name + " (" + abbreviation + ")";
        }
    }

    /** One row of the form; without delivery when it stands above the form's first heading. */
    public record FormRow(int line, @Nullable Delivery delivery, String name) {}
}
