package org.dualtraining.catalog.documentimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dualtraining.catalog.CatalogApi.IMPORTS;
import static org.dualtraining.catalog.CatalogApi.agency;
import static org.dualtraining.catalog.CatalogApi.isProblem;
import static org.dualtraining.catalog.CatalogApi.newOccupation;
import static org.dualtraining.catalog.CatalogApi.post;
import static org.dualtraining.catalog.CatalogApi.seedFor;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.dualtraining.catalog.SeedDocument;
import org.dualtraining.catalog.WithServers;
import org.dualtraining.catalog.rendition.DocxFixture;
import org.dualtraining.catalog.rendition.OfficeFixture;
import org.dualtraining.catalog.rendition.PdfFixture;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents in other formats than text, and what only looks like one. */
@QuarkusTest
@WithServers
class RenditionImportTest {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String PDF = "application/pdf";

    @Inject
    Jdbi jdbi;

    private long storedRows() {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT (SELECT count(*) FROM occupation) + (SELECT count(*) FROM framework_version)
                            + (SELECT count(*) FROM competency) + (SELECT count(*) FROM document_import)
                        """).mapTo(Long.class).one());
    }

    private static Response send(String type, byte[] bytes) {
        return agency().contentType(type).body(bytes).post(IMPORTS);
    }

    static Stream<Arguments> renditions() {
        return Stream.of(
                Arguments.of(DOCX, Named.of("lists and a table", (Function<String, byte[]>) DocxFixture::of)),
                Arguments.of(PDF, Named.of("columns", (Function<String, byte[]>) PdfFixture::inColumns)),
                Arguments.of(PDF, Named.of("aligned", (Function<String, byte[]>) PdfFixture::aligned)),
                Arguments.of(PDF, Named.of("glued names", (Function<String, byte[]>)
                        text -> PdfFixture.inColumns(text.replace(" \u2013 ", "")))));
    }

    @ParameterizedTest
    @MethodSource("renditions")
    void a_rendition_gives_the_same_ids_and_the_text_after_it_changes_nothing(
            String type, Function<String, byte[]> rendition) {
        String text = seedFor(newOccupation());

        Response first = send(type, rendition.apply(text));

        first.then()
                .statusCode(201)
                .body("counts.competencies", equalTo(15))
                .body("counts.certifications", equalTo(5))
                .body("counts.formRows", equalTo(15))
                .body("matches.findAll { it.how == 'EXACT' }.size()", equalTo(13));
        post(text).then().statusCode(200).body("changed", equalTo(false)).body("id", equalTo(first.path("id")));
    }

    static Stream<Arguments> refused() throws IOException {
        byte[] docx = DocxFixture.of(SeedDocument.text());
        byte[] pdf = PdfFixture.inColumns(SeedDocument.text());
        return Stream.of(
                Arguments.of(Named.of("a PDF sent as DOCX", DOCX), pdf, 415, "application/pdf"),
                Arguments.of(Named.of("a DOCX sent as PDF", PDF), docx, 415, "wordprocessingml"),
                Arguments.of(Named.of("a DOCX sent as text", "text/plain"), docx, 415, "wordprocessingml"),
                Arguments.of(Named.of("a text sent as PDF", PDF), SeedDocument.bytes(), 415, "does not begin"),
                Arguments.of(Named.of("nothing", DOCX), new byte[0], 422, "broken"),
                Arguments.of(Named.of("half a DOCX", DOCX), Arrays.copyOf(docx, docx.length / 2), 422, "broken"),
                Arguments.of(Named.of("half a PDF", PDF), Arrays.copyOf(pdf, pdf.length / 3), 422, "broken"),
                Arguments.of(Named.of("a zip bomb", DOCX), OfficeFixture.bomb(200), 422, "larger inside"),
                Arguments.of(
                        Named.of("an external entity", DOCX),
                        OfficeFixture.ofDocument(
                                        "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><w:document"
                                                + " xmlns:w=\"w\"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>")
                                .bytes(),
                        422,
                        "document type"),
                Arguments.of(
                        Named.of("macros", DOCX),
                        OfficeFixture.of(docx)
                                .contentType("application/vnd.ms-word.document.macroEnabled.main+xml")
                                .bytes(),
                        415,
                        "macros"),
                Arguments.of(
                        Named.of("no document in a ZIP", "application/octet-stream"),
                        new OfficeFixture().part("a.txt", new byte[] {1}).bytes(),
                        415,
                        "DOCX"),
                Arguments.of(
                        Named.of("a password", PDF),
                        PdfFixture.inColumns(SeedDocument.text(), "-").encrypted("owner", "user"),
                        422,
                        "password"),
                Arguments.of(Named.of("a scan", PDF), pages(1), 422, "scanner"),
                Arguments.of(Named.of("10,000 pages", PDF), pages(10_000), 422, "at most 300 pages"),
                Arguments.of(
                        Named.of("another PDF", PDF), new PdfFixture(FontName.COURIER).bytes(), 422, "looked for"));
    }

    private static byte[] pages(int count) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int i = 0; i < count; i++) {
                document.addPage(new PDPage());
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    void what_cannot_be_read_is_refused_and_leaves_nothing(String type, byte[] bytes, int status, String says) {
        long rows = storedRows();

        Response answer = send(type, bytes);

        isProblem(answer, status);
        assertThat(answer.asString()).contains(says);
        assertThat(storedRows()).isEqualTo(rows);
    }

    @Test
    void a_pdf_that_only_its_owner_may_change_is_read() {
        send(PDF, PdfFixture.inColumns(seedFor(newOccupation()), "\u2022").encrypted("owner", ""))
                .then()
                .statusCode(201);
    }

    @Test
    void bytes_of_a_known_format_are_read_without_a_media_type() {
        send("application/octet-stream", DocxFixture.of(seedFor(newOccupation())))
                .then()
                .statusCode(201);
        isProblem(send("application/octet-stream", SeedDocument.bytes()), 415)
                .header("Accept-Post", containsString("text/plain"));
    }

    @Test
    void a_pdf_with_a_huge_stream_is_refused_before_it_is_unpacked() throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            PDStream stream = new PDStream(document);
            try (OutputStream data = stream.createOutputStream(COSName.FLATE_DECODE)) {
                byte[] blanks = new byte[1 << 20];
                Arrays.fill(blanks, (byte) ' ');
                for (int i = 0; i < 100; i++) {
                    data.write(blanks);
                }
            }
            page.setContents(stream);
            document.save(out);

            isProblem(send(PDF, out.toByteArray()), 422)
                    .body("type", endsWith(":unreadable-document"))
                    .body("detail", containsString("larger inside"));
        }
    }
}
