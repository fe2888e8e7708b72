package org.dualtraining.plan.form;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form as rows for a spreadsheet: one per line of the plan, each with what the plan is, so that files can be joined. */
final class FormCsv {

    private static final List<String> COLUMNS = List.of(
            "plan_id",
            "plan_status",
            "dual_trainee",
            "employer",
            "occupation",
            "framework",
            "framework_version",
            "target_certification",
            "section",
            "competency_id",
            "competency",
            "disposition",
            "course_name",
            "course_description",
            "responsible_provider",
            "provider_type",
            "anticipated_completion_date",
            "prior_learning_date",
            "exclusion_reason");

    private static final String STARTS_OF_FORMULAS = "=+-@\t\r";

    private FormCsv() {}

    static byte[] write(PlanPaper paper) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8)) {
            writer.writeRecord(COLUMNS);
            TrainingPlanForm.of(paper)
                    .lines()
                    .forEach(line -> writer.writeRecord(
                            cells(paper, line).map(FormCsv::guarded).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Stream<String> cells(PlanPaper paper, FormLine line) {
        return Stream.of(
                paper.plan().id().toString(),
                paper.plan().status().name(),
                paper.trainee(),
                paper.plan().employerName(),
                paper.plan().occupationTitle(),
                paper.plan().frameworkTitle(),
                Integer.toString(paper.plan().frameworkVersion()),
                paper.targetCertification(),
                line.delivery().name(),
                line.competencyId().toString(),
                line.competency(),
                line.disposition().name(),
                line.courseName(),
                line.courseDescription(),
                line.responsible() == null ? "" : line.responsible().name(),
                line.responsible() == null ? "" : line.responsible().type().name(),
                text(line.anticipatedOn()),
                text(line.priorLearningOn()),
                line.reason());
    }

    private static String text(@Nullable Object date) {
        return date == null ? "" : date.toString();
    }

    /** A spreadsheet runs what begins like a formula; the apostrophe makes it text. */
    private static String guarded(String cell) {
        return !cell.isEmpty() && STARTS_OF_FORMULAS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
