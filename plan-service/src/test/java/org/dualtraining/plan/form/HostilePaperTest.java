package org.dualtraining.plan.form;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.dualtraining.plan.PlanServiceTest;
import org.dualtraining.plan.catalog.Delivery;
import org.dualtraining.plan.print.PageFormat;
import org.dualtraining.plan.print.Printed;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Texts that nobody should write, as long as they may be. */
@PlanServiceTest
class HostilePaperTest {

    @Inject
    PrintForm print;

    @Test
    void no_word_however_long_leaves_its_cell_or_its_sheet() throws IOException {
        Papers papers = new Papers().of("N".repeat(200));
        papers.planned(
                Delivery.RELATED_INSTRUCTION,
                "C".repeat(200),
                "W".repeat(200),
                "ж".repeat(1900) + " the end",
                Papers.COLLEGE,
                "2026-12-18");

        byte[] pdf = printed(papers, PageFormat.PDF);

        Edges edges = new Edges();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = edges.getText(document);
            // half an inch of margin on each side of eleven
            assertThat(edges.left).isGreaterThanOrEqualTo(36);
            assertThat(edges.right).isLessThanOrEqualTo(11 * 72 - 36);
            assertThat(edges.bottom).isLessThanOrEqualTo(8.5f * 72);
            assertThat(text.replaceAll("\\s", "")).contains("theend");
            assertThat(text.chars().filter(c -> c == 'ж').count()).isEqualTo(1900);
        }
    }

    @Test
    void a_plan_of_five_hundred_full_lines_is_printed_in_time_with_its_last_row() throws IOException {
        Papers papers = new Papers();
        for (int i = 0; i < 500; i++) {
            papers.planned(
                    Delivery.ON_THE_JOB,
                    "Competency " + i,
                    "Course " + i,
                    description(i),
                    Papers.COMPANY,
                    "2026-12-18");
        }

        byte[] pdf =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(90), () -> printed(papers, PageFormat.PDF));
        byte[] docx =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(90), () -> printed(papers, PageFormat.DOCX));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper last = new PDFTextStripper();
            last.setStartPage(document.getNumberOfPages() - 2);
            assertThat(last.getText(document)).contains("Competency 499", "Signatures");
        }
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertThat(document.getTables().get(2).getNumberOfRows()).isEqualTo(501);
        }
    }

    @Test
    void a_text_of_a_thousand_lines_is_set_as_running_text() {
        Papers papers = new Papers();
        papers.planned(Delivery.ON_THE_JOB, "A", "B", "a\n".repeat(1000), Papers.COMPANY, "2026-12-18");
        papers.planned(Delivery.ON_THE_JOB, "C", "D", "one\ntwo", Papers.COMPANY, "2026-12-18");

        List<String> descriptions = TrainingPlanForm.of(papers.paper())
                .lines()
                .map(FormLine::courseDescription)
                .toList();

        assertThat(descriptions.get(0)).doesNotContain("\n").startsWith("a a a");
        assertThat(descriptions.get(1)).isEqualTo("one\ntwo");
    }

    /** Two thousand characters that do not pack like a bomb. */
    private static String description(int seed) {
        Random random = new Random(seed);
        return Stream.generate(() -> Integer.toString(random.nextInt(1_000_000), 36))
                .limit(500)
                .collect(Collectors.joining(" "))
                .substring(0, 2000);
    }

    private byte[] printed(Papers papers, PageFormat format) {
        return ((Printed) print.trainingPlan(papers.paper(), format).getEntity()).content();
    }

    /** How far out text stands. */
    private static final class Edges extends PDFTextStripper {

        private float left = Float.MAX_VALUE;
        private float right;
        private float bottom;

        @Override
        protected void writeString(String text, List<TextPosition> positions) throws IOException {
            for (TextPosition position : new ArrayList<>(positions)) {
                left = Math.min(left, position.getX());
                right = Math.max(right, position.getX() + position.getWidth());
                bottom = Math.max(bottom, position.getY());
            }
            super.writeString(text, positions);
        }
    }
}
