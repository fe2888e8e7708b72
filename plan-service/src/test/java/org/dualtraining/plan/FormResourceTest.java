package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jdbi.v3.core.Jdbi;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The state's form of a plan, in each format. */
@PlanServiceTest
class FormResourceTest {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    @Inject
    Jdbi jdbi;

    @Test
    void rows_stand_in_the_forms_order_and_are_blank_where_the_plan_is() {
        Parties parties = new Parties();
        UUID plan = parties.planOf(
                Map.of("competencyId", FakeCatalog.COMPETENCIES.get(12)),
                Map.of(
                        "competencyId",
                        FakeCatalog.COMPETENCIES.get(3),
                        "courseName",
                        "HIMC 1110",
                        "courseDescription",
                        "Evenings\nOn campus",
                        "providerId",
                        parties.college,
                        "anticipatedCompletionDate",
                        "2026-12-18"),
                Map.of("competencyId", FakeCatalog.COMPETENCIES.get(1)));

        Document page = page(parties.asEmployer(), plan);

        assertThat(page.select("html").attr("lang")).isEqualTo("en-US");
        assertThat(page.select("h1").eachText()).containsExactly("Electronic Health Records Specialist Training Plan");
        assertThat(page.select("h2").eachText())
                .containsExactly("Related Instruction Competencies", "On-The-Job Training Competencies", "Signatures");
        assertThat(texts(page.select("table").get(1)))
                .containsExactly(
                        List.of(
                                "Competency",
                                "List Course/Training Name and Title",
                                "Description of Courses and/or Training Program",
                                "List Responsible Provider: Company, College, Trainer, or other",
                                "Anticipated Completion Date"),
                        List.of("Competency 1", "", "", "", ""),
                        List.of(
                                "Competency 3",
                                "HIMC 1110",
                                "Evenings On campus",
                                "Northern College (College)",
                                "December 18, 2026"));
        assertThat(texts(page.select("table").get(2)).get(1)).containsExactly("Competency 12", "", "", "", "");
        assertThat(page.select(".facts").text())
                .contains("Dual trainee Robin Doe", "Employer Lakeside Clinic", "version 1", "EHR Specialist", "Draft");
        assertThat(page.select("table > caption")).hasSameSizeAs(page.select("table"));
        assertThat(page.select("th:not([scope])")).isEmpty();
    }

    @Test
    void what_is_credited_by_prior_learning_and_what_is_left_out_say_so() {
        Parties parties = new Parties();
        UUID plan = parties.planOf(
                Map.of("competencyId", FakeCatalog.COMPETENCIES.get(0), "disposition", "PRIOR"),
                Map.of("competencyId", FakeCatalog.COMPETENCIES.get(1), "disposition", "PRIOR"),
                Map.of(
                        "competencyId",
                        FakeCatalog.COMPETENCIES.get(10),
                        "disposition",
                        "EXCLUDED",
                        "reason",
                        "Done by another department."));
        String line = Parties.agency().get("/api/v1/training-plans/" + plan).path("lines[0].id");
        parties.asEmployer()
                .body(Map.of("description", "RHIT certificate", "assessedOn", "2025-05-12"))
                .post("/api/v1/training-plans/" + plan + "/lines/" + line + "/prior-learning")
                .then()
                .statusCode(201);

        Document page = page(parties.asEmployer(), plan);

        assertThat(page.select("table").get(1).select("tbody th").eachText())
                .containsExactly(
                        "Competency 0 Credited by prior learning: evidence of May 12, 2025",
                        "Competency 1 Prior learning: no evidence recorded yet");
        assertThat(texts(page.select("table").get(3)))
                .containsExactly(
                        List.of("Competency", "Section", "Reason"),
                        List.of("Competency 10", "On-the-job training", "Done by another department."));
        List<NamedCsvRecord> rows = csv(parties, plan);
        assertThat(rows).extracting(row -> row.getField("disposition")).containsExactly("PRIOR", "PRIOR", "EXCLUDED");
        assertThat(rows).extracting(row -> row.getField("prior_learning_date")).containsExactly("2025-05-12", "", "");
        assertThat(rows.get(2).getField("exclusion_reason")).isEqualTo("Done by another department.");
    }

    @ParameterizedTest
    @CsvSource({
        "html, text/html, text/html;charset=utf-8",
        "pdf, application/pdf, application/pdf",
        "docx, " + DOCX + ", " + DOCX,
        "csv, text/csv, text/csv;charset=utf-8"
    })
    void each_format_is_had_by_accept_and_by_name(String format, String accept, String type) {
        Parties parties = new Parties();
        UUID plan = parties.draftPlan();
        String path = "/api/v1/training-plans/" + plan + "/form";

        for (Response answer : List.of(
                parties.asEmployer().accept(accept).get(path),
                parties.asEmployer().accept("application/json").get(path + "?format=" + format),
                parties.asEmployer().accept("text/x-none, " + accept + ";q=0.5").get(path))) {
            answer.then()
                    .statusCode(200)
                    .contentType(equalTo(type))
                    .header("Cache-Control", "no-store")
                    .header("Vary", containsString("Accept"))
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Disposition", "inline; filename=\"training-plan-" + plan + "." + format + "\"");
        }
    }

    @Test
    void without_a_wish_it_is_html_and_what_nobody_makes_is_refused() {
        Parties parties = new Parties();
        String path = "/api/v1/training-plans/" + parties.draftPlan() + "/form";

        parties.asEmployer().get(path).then().statusCode(200).contentType(startsWith("text/html"));
        parties.asEmployer()
                .accept("text/html;q=0, */*;q=0.1")
                .get(path)
                .then()
                .statusCode(200)
                .contentType("application/pdf");
        parties.asEmployer()
                .get(path + "?format=odt")
                .then()
                .statusCode(400)
                .contentType(startsWith("application/problem+json"))
                .body("errors[0].pointer", equalTo("format"))
                .body("detail", equalTo("must be one of html, pdf, docx, csv"));
        parties.asEmployer()
                .accept("image/png")
                .get(path)
                .then()
                .statusCode(406)
                .contentType(startsWith("application/problem+json"));
    }

    @Test
    void another_partys_form_does_not_exist_in_any_format() {
        Parties owner = new Parties();
        UUID plan = owner.draftPlan();
        Parties other = new Parties();
        List<Supplier<RequestSpecification>> strangers =
                List.of(other::asEmployer, () -> Parties.as(Parties.TOKENS.apprentice(other.apprentice)));

        for (String format : List.of("html", "pdf", "docx", "csv")) {
            for (Supplier<RequestSpecification> stranger : strangers) {
                String theirs = stranger.get()
                        .get("/api/v1/training-plans/" + plan + "/form?format=" + format)
                        .then()
                        .statusCode(404)
                        .extract()
                        .asString();
                String nobodys = stranger.get()
                        .get("/api/v1/training-plans/" + UUID.randomUUID() + "/form?format=" + format)
                        .then()
                        .statusCode(404)
                        .extract()
                        .asString();
                assertThat(theirs).isEqualTo(nobodys);
            }
        }
        RequestSpecification own = Parties.as(Parties.TOKENS.apprentice(owner.apprentice));
        own.get("/api/v1/training-plans/" + plan + "/form").then().statusCode(200);
        owner.asCollege().get("/api/v1/training-plans/" + plan + "/form").then().statusCode(403);
    }

    @Test
    void a_former_employer_reads_its_plan_but_not_what_the_apprentice_is_called_by_now() {
        Parties parties = new Parties();
        UUID plan = parties.draftPlan();
        Parties.agency()
                .post("/api/v1/training-plans/" + plan + "/cancellation")
                .then()
                .statusCode(200);
        Parties.agency()
                .header("If-Match", "\"1.1\"")
                .body(Map.of("name", "Robin Roe", "employerId", new Parties().employer))
                .put("/api/v1/apprentices/" + parties.apprentice)
                .then()
                .statusCode(200);

        Document page = page(parties.asEmployer(), plan);

        assertThat(page.text()).doesNotContain("Robin");
        assertThat(page(Parties.agency(), plan).text()).contains("Robin Roe");
    }

    @Test
    void who_prints_a_form_is_written_down() {
        Parties parties = new Parties();
        UUID plan = parties.draftPlan();
        String path = "/api/v1/training-plans/" + plan + "/form";

        parties.asEmployer().header("Purpose", "to be signed").get(path).then().statusCode(200);
        parties.asEmployer().get(path + "?format=odt").then().statusCode(400);

        Parties.agency()
                .get("/api/v1/apprentices/" + parties.apprentice + "/disclosures")
                .then()
                .statusCode(200)
                .body("items.findAll { it.what == 'FORM' }.purpose", contains("to be signed"));
    }

    @Test
    void a_cell_that_begins_like_a_formula_is_text_in_the_csv() {
        Parties parties = new Parties();
        UUID plan = parties.planOf(
                Map.of("competencyId", FakeCatalog.COMPETENCIES.get(0), "courseName", "=HYPERLINK(\"http://x\")"),
                Map.of("competencyId", FakeCatalog.COMPETENCIES.get(1), "courseName", "+1"),
                Map.of("competencyId", FakeCatalog.COMPETENCIES.get(2), "courseName", "@SUM(A1)"),
                Map.of("competencyId", FakeCatalog.COMPETENCIES.get(4), "courseName", "-1, \"or\" 2"),
                Map.of("competencyId", FakeCatalog.COMPETENCIES.get(5), "courseName", "a=b"));

        List<NamedCsvRecord> rows = csv(parties, plan);

        assertThat(rows)
                .extracting(row -> row.getField("course_name"))
                .containsExactly("'=HYPERLINK(\"http://x\")", "'+1", "'@SUM(A1)", "'-1, \"or\" 2", "a=b");
        assertThat(rows.get(0).getField("plan_id")).isEqualTo(plan.toString());
        assertThat(rows.get(0).getField("dual_trainee")).isEqualTo("Robin Doe");
    }

    @Test
    void hostile_text_stays_text_in_every_format() throws IOException {
        String hostile = "</td><script>alert(1)</script>\uFFFE&amp;{form.title}\"'";
        Parties parties = new Parties("<script>alert(2)</script>");
        UUID plan = parties.planOf(
                Map.of("competencyId", FakeCatalog.COMPETENCIES.get(0), "courseName", hostile),
                Map.of("competencyId", FakeCatalog.COMPETENCIES.get(1), "courseName", "<img src=http://127.0.0.1/x>"));

        Response html = form(parties.asEmployer(), plan, "html");

        Document page = Jsoup.parse(html.asString());
        assertThat(page.select("script, img, iframe, [onclick]")).isEmpty();
        assertThat(page.select("table").get(1).select("td").get(0).text()).isEqualTo(hostile);
        html.then()
                .header("Content-Security-Policy", startsWith("default-src 'none'; style-src 'sha256-"))
                .header("Content-Security-Policy", not(containsString("unsafe")));
        assertThat(pdfText(form(parties.asEmployer(), plan, "pdf").asByteArray()))
                .contains("<script>alert(2)</script>", "<img src=");
        assertThat(docxTables(form(parties.asEmployer(), plan, "docx").asByteArray())
                        .get(1)
                        .get(2))
                .contains("<img src=http://127.0.0.1/x>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nguyễn Thị Ánh Đặng",
                "Łukasz Żółć-Ņikitins",
                "Дмитрий Їжаченко",
                "Γεώργιος Παπαδόπουλος",
                "Ọláwálé Ṣóyínká",
                "O’Brien – fi ffl"
            })
    void a_pdf_carries_the_letters_of_every_name(String name) throws IOException {
        Parties parties = new Parties(name);
        UUID plan = parties.draftPlan();

        byte[] pdf = form(parties.asEmployer(), plan, "pdf").asByteArray();

        String text = pdfText(pdf);
        assertThat(text).contains(name, "Competency 0", "Competency 14", "Page 1 of");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage sheet : document.getPages()) {
                for (var font : sheet.getResources().getFontNames()) {
                    assertThat(sheet.getResources().getFont(font).isEmbedded()).isTrue();
                }
            }
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-US");
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Electronic Health Records Specialist Training Plan");
        }
    }

    @Test
    void a_pdf_that_lacks_letters_of_a_name_says_so() throws IOException {
        Parties parties = new Parties("王小明 Doe");
        UUID plan = parties.draftPlan();

        assertThat(pdfText(form(parties.asEmployer(), plan, "pdf").asByteArray()))
                .contains("### Doe", "cannot show every letter");
        assertThat(page(parties.asEmployer(), plan).text()).contains("王小明 Doe").doesNotContain("cannot show");
    }

    @Test
    void a_docx_has_the_same_cells_as_the_page_under_real_headings() throws IOException {
        Parties parties = new Parties();
        UUID plan = parties.planOf(
                Map.of(
                        "competencyId",
                        FakeCatalog.COMPETENCIES.get(0),
                        "courseName",
                        "Einführung",
                        "courseDescription",
                        "One\nTwo"),
                Map.of("competencyId", FakeCatalog.COMPETENCIES.get(1), "disposition", "PRIOR"),
                Map.of("competencyId", FakeCatalog.COMPETENCIES.get(10)));
        Document page = page(parties.asEmployer(), plan);

        byte[] bytes = form(parties.asEmployer(), plan, "docx").asByteArray();

        assertThat(docxTables(bytes))
                .isEqualTo(page.select("table").stream()
                        .map(FormResourceTest::texts)
                        .toList());
        try (XWPFDocument docx = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            assertThat(docx.getParagraphs().stream()
                            .filter(paragraph ->
                                    String.valueOf(paragraph.getStyle()).startsWith("Heading"))
                            .map(paragraph -> paragraph.getText()))
                    .containsExactlyElementsOf(page.select("h1, h2").eachText());
            assertThat(docx.getTables().get(1).getRow(0).isRepeatHeader()).isTrue();
            assertThat(docx.getTables().get(1).getRow(1).isCantSplitRow()).isTrue();
            assertThat(docx.getProperties().getCoreProperties().getTitle()).isEqualTo(page.title());
        }
    }

    @Test
    void a_copy_of_the_framework_from_before_printing_is_completed_when_it_is_needed() {
        Parties parties = new Parties();
        UUID plan = parties.draftPlan();
        jdbi.useHandle(h -> h.execute("UPDATE published_framework SET details = NULL"));

        assertThat(page(parties.asEmployer(), plan).select(".facts").text()).contains("EHR Specialist");

        long complete =
                jdbi.withHandle(h -> h.createQuery("SELECT count(*) FROM published_framework WHERE details IS NOT NULL")
                        .mapTo(Long.class)
                        .one());
        assertThat(complete).isPositive();
    }

    @Test
    void a_work_process_schedule_joins_the_standards_with_the_plan() throws IOException {
        Parties parties = new Parties();
        UUID plan = parties.activePlan();
        parties.map("HIMC1", 0);
        parties.post(UUID.randomUUID().toString(), parties.completion("r1", "HIMC1"))
                .then()
                .statusCode(201);
        String path = "/api/v1/training-plans/" + plan + "/work-process-schedule";

        Response html = parties.asEmployer().get(path);

        html.then().statusCode(200).contentType(startsWith("text/html")).header("Cache-Control", "no-store");
        Document page = Jsoup.parse(html.asString());
        assertThat(page.select("h1, h2").eachText())
                .containsExactly(
                        "Work Process Schedule and Related Instruction Outline",
                        "Work Process Schedule",
                        "Related Instruction Outline",
                        "Signatures");
        assertThat(page.select(".facts").text())
                .contains("29-2072.00 (2019)", "RAPIDS code 2029 HY", "Type of program Hybrid", "Term 24 months");
        List<List<String>> processes = texts(page.select("table").get(1));
        assertThat(processes)
                .startsWith(
                        List.of("Work Process and Competencies", "Approximate Hours", "Date Completed", "Initials"),
                        List.of("Patient records", "500–1,000", "", ""),
                        List.of("Competency 10 d", "", "", ""))
                .endsWith(List.of("Total hours on the job", "500–1,000", "", ""));
        List<List<String>> courses = texts(page.select("table").get(2));
        assertThat(courses.get(2)).containsExactly("Competency 0", "", "", "48.5", "May 15, 2026");
        assertThat(courses).hasSize(14);
        assertThat(pdfText(parties.asEmployer().get(path + "?format=pdf").asByteArray()))
                .contains("Patient records", "Year One", "48.5", "May 15, 2026");
        assertThat(docxTables(parties.asEmployer().get(path + "?format=docx").asByteArray()))
                .isEqualTo(page.select("table").stream()
                        .map(FormResourceTest::texts)
                        .toList());
        parties.asEmployer()
                .get(path + "?format=csv")
                .then()
                .statusCode(400)
                .body("detail", equalTo("must be one of html, pdf, docx"));
        parties.asEmployer().accept("text/csv").get(path).then().statusCode(406);
        new Parties().asEmployer().get(path).then().statusCode(404);
    }

    private static Response form(RequestSpecification caller, UUID plan, String format) {
        Response answer = caller.get("/api/v1/training-plans/" + plan + "/form?format=" + format);
        answer.then().statusCode(200);
        return answer;
    }

    private static Document page(RequestSpecification caller, UUID plan) {
        return Jsoup.parse(form(caller, plan, "html").asString());
    }

    private static List<NamedCsvRecord> csv(Parties parties, UUID plan) {
        String csv = form(parties.asEmployer(), plan, "csv").asString();
        return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    }

    private static List<List<String>> texts(Element table) {
        return table.select("tr").stream()
                .map(row -> row.children().stream().map(Element::text).toList())
                .toList();
    }

    private static List<List<List<String>>> docxTables(byte[] bytes) throws IOException {
        try (XWPFDocument docx = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            List<List<List<String>>> tables = new ArrayList<>();
            for (XWPFTable table : docx.getTables()) {
                tables.add(table.getRows().stream()
                        .map(XWPFTableRow::getTableCells)
                        .map(cells -> cells.stream()
                                .map(XWPFTableCell::getText)
                                .map(text -> text.replaceAll("\\s+", " ").strip())
                                .toList())
                        .toList());
            }
            return tables;
        }
    }

    private static String pdfText(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
