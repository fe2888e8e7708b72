package org.dualtraining.plan.completionstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dualtraining.kit.problem.Problem;
import org.dualtraining.kit.problem.Unprocessable;
import org.dualtraining.plan.completion.RawRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {

    private static final String HEADER = "learnerId,courseCode,completedOn,grade,sourceRecordId,evidenceUrl\n";
    private static final String FIRST =
            "{\"learnerId\":\"S1\",\"courseCode\":\"C1\",\"completedOn\":\"2026-05-15\",\"grade\":\"A\",\"sourceRecordId\":\"r1\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "learnerId,courseCode,completedOn,grade,sourceRecordId\nS1,C1,2026-05-15,A,r1",
                "\uFEFFlearnerId,courseCode,completedOn,grade,sourceRecordId\r\nS1,C1,2026-05-15,A,r1\r\n",
                "learnerId;courseCode;completedOn;grade;sourceRecordId\nS1;C1;2026-05-15;A;r1\n\n;;;;\n",
                "\n\nLearner ID\tCourse Code\tCompleted_On\tGRADE\tsource record id\rS1\tC1\t2026-05-15\tA\tr1\r",
                "\"learnerId\",\"courseCode\",\"completedOn\",\"grade\",\"sourceRecordId\"\n\"S1\",\"C1\",\"2026-05-15\",\"A\",\"r1\"\n",
                "learnerId,courseCode,completedOn,grade,sourceRecordId\n\"S1\n\",C1,2026-05-15,A,r1\n"
            })
    void one_row_is_read_from_every_usual_shape(String csv) throws IOException {

        assertThat(read(csv)).extracting(row -> String.valueOf(row.json())).containsExactly(FIRST);
    }

    @Test
    void columns_stand_in_any_order_and_say_what_they_mean() throws IOException {
        List<RawRow> rows = read("passed,sourceRecordVersion,sourceRecordId,completedOn,courseCode,learnerId\n"
                + "TRUE,12,r1,2026-05-15,C1,S1\nyes,two,r2,2026-05-15,C1,S1\n");

        assertThat(rows.get(0).json())
                .hasToString("{\"passed\":true,\"sourceRecordVersion\":12,\"sourceRecordId\":\"r1\","
                        + "\"completedOn\":\"2026-05-15\",\"courseCode\":\"C1\",\"learnerId\":\"S1\"}");
        assertThat(String.valueOf(rows.get(1).json()))
                .contains("\"passed\":\"yes\"")
                .contains("\"sourceRecordVersion\":\"two\"");
    }

    @Test
    void a_broken_row_swallows_no_good_one() throws IOException {
        String good = "S%d,C1,2026-05-15,A,r%d,\n";
        String csv = HEADER
                + good.formatted(1, 1)
                + "S2,C1,2026-05-15,A,\"r2,\n"
                + good.formatted(3, 3)
                + "S4,C1,2026-05-15,A,r4\n"
                + good.formatted(5, 5)
                + "S6,\"C1\"x,2026-05-15,A,r6,\n"
                + good.formatted(7, 7)
                + "S8,\"C1,2026-05-15,A,r8,\n"
                + good.formatted(9, 9)
                + "S10,C1,2026-05-15,A,r10,\"https://example.org/a\"\n"
                + "S11,C1,2026-05-15,A,r11,\"https://example.org/b";

        List<RawRow> rows = read(csv);

        assertThat(rows).extracting(RawRow::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(rows.stream().filter(row -> row.problem() != null).map(RawRow::number))
                .containsExactly(2, 4, 6, 8, 11);
        assertThat(String.valueOf(rows.get(3).problem())).contains("6 values").contains("has 5");
    }

    @Test
    void two_stray_quotes_cost_two_rows_and_not_those_between() throws IOException {
        String good = "S%d,C1,2026-05-15,A,r%d,\n";
        String csv = HEADER
                + good.formatted(1, 1)
                + "S2,C1,2026-05-15,\"A,r2,\n"
                + good.formatted(3, 3)
                + good.formatted(4, 4)
                + "S5,C1,2026-05-15,A\",r5,\n"
                + good.formatted(6, 6)
                + "S7,\"C\n1\",2026-05-15,A,r7,\n"
                + good.formatted(8, 8);

        List<RawRow> rows = read(csv);

        assertThat(rows).hasSize(8);
        assertThat(rows.stream().filter(row -> row.problem() != null).map(RawRow::number))
                .containsExactly(2);
        assertThat(String.valueOf(rows.get(6).json())).contains("\"C\\n1\"");
    }

    @Test
    void a_quote_that_is_never_closed_costs_one_row_of_a_long_file() throws IOException {
        StringBuilder csv = new StringBuilder(HEADER).append("\"S0,C1,2026-05-15,A,r0,\n");
        for (int i = 1; i <= 5000; i++) {
            csv.append("S").append(i).append(",C1,2026-05-15,A,r").append(i).append(",\n");
        }

        List<RawRow> rows = read(csv.toString());

        assertThat(rows).hasSize(5001);
        assertThat(rows.stream().filter(row -> row.problem() != null)).hasSize(1);
    }

    @Test
    void a_line_that_is_no_text_or_has_no_end_costs_one_row() throws IOException {
        byte[] latin = (HEADER + "S\u00fc,C1,2026-05-15,A,r1,\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] endless = ("x".repeat(300_000) + "\nS3,C1,2026-05-15,A,r3,\n").getBytes(StandardCharsets.UTF_8);
        byte[] csv = new byte[latin.length + endless.length];
        System.arraycopy(latin, 0, csv, 0, latin.length);
        System.arraycopy(endless, 0, csv, latin.length, endless.length);

        List<RawRow> rows = read(csv);

        assertThat(rows).hasSize(3);
        assertThat(String.valueOf(rows.get(0).problem())).contains("UTF-8");
        assertThat(String.valueOf(rows.get(1).problem())).contains("16384");
        assertThat(rows.get(2).problem()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "S1,C1,2026-05-15,A,r1\n",
                "learnerId,courseCode,completedOn,sourceRecordId\n",
                "learnerId,courseCode,completedOn,grade\n",
                "learnerId,learnerId,courseCode,completedOn,grade,sourceRecordId\n",
                "learnerId,courseCode,completedOn,grade,sourceRecordId,S1 Doe\n",
                "\"learnerId,courseCode,completedOn,grade,sourceRecordId\n"
            })
    void a_header_that_does_not_fit_is_refused_without_repeating_it(String csv) {
        assertThatThrownBy(() -> read(csv)).isInstanceOfSatisfying(Unprocessable.class, refused -> {
            Problem problem = refused.problem();
            assertThat(problem.errors()).isNotEmpty();
            assertThat(problem.toString()).doesNotContain("S1");
        });
    }

    private static List<RawRow> read(String csv) throws IOException {
        return read(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static List<RawRow> read(byte[] csv) throws IOException {
        CsvRows rows = CsvRows.open(new Lines(new ByteArrayInputStream(csv), StandardCharsets.UTF_8));
        List<RawRow> read = new ArrayList<>();
        for (RawRow row = rows.next(); row != null; row = rows.next()) {
            read.add(row);
        }
        return read;
    }
}
