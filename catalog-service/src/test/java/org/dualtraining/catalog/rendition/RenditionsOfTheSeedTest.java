package org.dualtraining.catalog.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.dualtraining.catalog.SeedDocument;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Entry;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.FormRow;
import org.dualtraining.catalog.competencymodel.CompetencyModelReader;
import org.dualtraining.catalog.competencymodel.Fingerprint;
import org.dualtraining.catalog.competencymodel.KnownNames;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RenditionsOfTheSeedTest {

    /** As the seed's aliases are recorded. */
    private static final KnownNames RECORDED = occupation -> List.of(
            "Healthcare Delivery Services",
            "Healthcare Delivery",
            "Health Informatics Skills Using the EHR",
            "Health Informatics Skills using the Electronic Health Records");

    private static final CompetencyModelDocument SEED = SeedDocument.read(SeedDocument.bytes());

    private static CompetencyModelDocument read(Format format, byte[] bytes) {
        return CompetencyModelReader.read(
                Renditions.read(bytes, format.mediaType()).lines(), RECORDED);
    }

    static Stream<Named<byte[]>> pdfs() {
        return Stream.of(
                Named.of("columns", PdfFixture.inColumns(SeedDocument.text())),
                Named.of("aligned", PdfFixture.aligned(SeedDocument.text())),
                Named.of(
                        "hyphens as bullets",
                        PdfFixture.inColumns(SeedDocument.text(), "-").bytes()),
                Named.of(
                        "letters as bullets",
                        PdfFixture.inColumns(SeedDocument.text(), "o").bytes()),
                Named.of(
                        "owner password only",
                        PdfFixture.inColumns(SeedDocument.text(), "\u2022").encrypted("owner", "")));
    }

    @ParameterizedTest
    @MethodSource("pdfs")
    void a_pdf_says_what_the_text_says(byte[] pdf) {
        assertSame(read(Format.PDF, pdf));
    }

    @Test
    void a_docx_with_lists_and_a_table_says_what_the_text_says() {
        assertSame(read(Format.DOCX, DocxFixture.of(SeedDocument.text())));
    }

    @Test
    void bytes_of_a_known_format_need_no_media_type() {
        assertThat(Renditions.read(DocxFixture.of(SeedDocument.text()), "application/octet-stream")
                        .format())
                .isEqualTo(Format.DOCX);
    }

    static Stream<Named<String>> lostDashes() {
        return Stream.of(
                Named.of("a blank for a dash", SeedDocument.text().replace(" \u2013 ", " ")),
                Named.of("names glued", SeedDocument.text().replace(" \u2013 ", "")));
    }

    @ParameterizedTest
    @MethodSource("lostDashes")
    void names_without_a_dash_behind_them_are_split_where_they_are_known(String text) {
        assertSame(read(Format.PDF, PdfFixture.inColumns(text)));
        assertSame(CompetencyModelReader.read(
                Renditions.read(text.getBytes(StandardCharsets.UTF_8), "text/plain")
                        .lines(),
                RECORDED));
    }

    @Test
    void entries_that_lost_bullet_and_dash_are_found_by_their_names() {
        String text = SeedDocument.text().replace(" \u2013 ", " ");

        assertSame(read(Format.PDF, PdfFixture.inColumns(text, "").bytes()));
    }

    @Test
    void a_name_that_nobody_knows_is_reported_and_not_guessed() {
        String text = SeedDocument.text().replace(" \u2013 ", "");

        CompetencyModelDocument document = CompetencyModelReader.read(
                Renditions.read(PdfFixture.inColumns(text), Format.PDF.mediaType())
                        .lines(),
                KnownNames.NONE);

        assertThat(document.findings())
                .filteredOn(finding -> finding.kind() == FindingKind.NAME_NOT_SEPARATED)
                .extracting(Finding::text)
                .anyMatch(quoted -> quoted.startsWith("Healthcare Delivery Servicesthe maintenance"));
        assertThat(document.entries().map(Entry::name)).doesNotContain("Healthcare Delivery", "Healthcare Delivery S");
    }

    @Test
    void what_repeats_on_each_page_is_left_out() {
        List<RenderedLine> lines = Renditions.read(PdfFixture.inColumns(SeedDocument.text()), Format.PDF.mediaType())
                .lines();

        assertThat(lines)
                .extracting(RenderedLine::text)
                .noneMatch(text -> text.contains("Page ") || text.contains("State of Minnesota"));
        assertThat(lines.get(lines.size() - 1).page()).isGreaterThan(1);
    }

    @Test
    void lines_are_numbered_as_findings_need_it() {
        PdfFixture pdf = new PdfFixture(FontName.HELVETICA);
        pdf.text(0, "first");
        pdf.text(0, "second");

        assertThat(Renditions.read(pdf.bytes(), Format.PDF.mediaType()).lines())
                .extracting(RenderedLine::number)
                .startsWith(1, 2, 3);
    }

    private static void assertSame(CompetencyModelDocument document) {
        assertThat(document.entries().map(Entry::name))
                .containsExactlyElementsOf(SEED.entries().map(Entry::name).toList());
        assertThat(document.entries().map(entry -> entry.children().size()))
                .containsExactlyElementsOf(
                        SEED.entries().map(entry -> entry.children().size()).toList());
        assertThat(document.entries().map(Entry::definition))
                .containsExactlyElementsOf(SEED.entries().map(Entry::definition).toList());
        assertThat(document.form())
                .extracting(FormRow::name)
                .containsExactlyElementsOf(
                        SEED.form().stream().map(FormRow::name).toList());
        assertThat(document.certifications()).extracting("name", "abbreviation").hasSize(5);
        assertThat(document.findings()).extracting(Finding::kind).isEmpty();
        assertThat(Fingerprint.ofContent(document)).isEqualTo(Fingerprint.ofContent(SEED));
    }
}
