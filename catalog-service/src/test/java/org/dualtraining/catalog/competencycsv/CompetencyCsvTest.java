package org.dualtraining.catalog.competencycsv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractListAssert;
import org.dualtraining.kit.problem.Malformed;
import org.dualtraining.kit.problem.Problem;
import org.dualtraining.kit.problem.Refusal;
import org.dualtraining.kit.problem.Unprocessable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompetencyCsvTest {

    @Test
    void both_dialects_of_the_headings_say_the_same() {
        assertThat(CsvSample.read(CsvSample.oldDialect("ws"))).isEqualTo(CsvSample.read(CsvSample.of("ws")));
    }

    @Test
    void parents_come_before_their_children_and_siblings_in_the_order_of_the_file() {
        CompetencyCsv csv = CsvSample.read(CsvSample.of("ws"));
        assertThat(csv.framework().idNumber()).isEqualTo("ws");
        assertThat(csv.rows().stream().map(CsvRow::idNumber))
                .containsExactly("saws", "band-saw", "table-saw", "planes, hand", "glue");
    }

    @Test
    void a_description_in_html_is_read_as_text_and_kept_with_its_tags() {
        CsvRow row = row("band-saw");
        assertThat(row.definition()).isEqualTo("Sets the guides.\nCuts curves\nSays \"clear\" & waits");
        assertThat(row.cell(Column.DESCRIPTION)).startsWith("<p>Sets the guides.</p>\n<ul>");
    }

    @Test
    void a_plain_description_keeps_what_looks_like_a_tag() {
        CompetencyCsv csv = CsvSample.read("""
                Parent ID number,ID number,Short name,Description,Description format,Is framework
                ,F,F,,,1
                ,a,A,x <b y>,2,
                """);
        assertThat(csv.rows().get(0).definition()).isEqualTo("x <b y>");
    }

    @Test
    void commas_inside_cross_references_are_written_as_percent_2C() {
        assertThat(row("band-saw").crossReferences()).containsExactly("glue", "planes, hand");
    }

    @Test
    void a_name_of_more_than_a_hundred_characters_is_not_cut() {
        String name = "n".repeat(300);
        assertThat(CsvSample.read(CsvSample.withRows(",a," + name))
                        .rows()
                        .get(0)
                        .name())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t"})
    void semicolons_and_tabs_separate_as_well(String separator) {
        String text = Stream.of(
                        "Taxonomy,IS FRAMEWORK,shortname,Id Number,PARENT ID NUMBER", "t,1,\"F, f\",F,", ",,A,a,")
                .map(line -> line.replace("\"F, f\"", "\"F\u0001 f\"")
                        .replace(",", separator)
                        .replace('\u0001', ','))
                .collect(Collectors.joining("\r\n"));
        CompetencyCsv csv = CsvSample.read(text);
        assertThat(csv.framework().name()).isEqualTo("F, f");
        assertThat(csv.framework().cell(Column.TAXONOMY)).isEqualTo("t");
        assertThat(csv.rows()).singleElement().extracting(CsvRow::name).isEqualTo("A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void a_byte_order_mark_tells_the_encoding(String charset) {
        byte[] bytes =
                ("\uFEFF" + CsvSample.withRows(",a,Gro\u00DF\u00E9 \uD83E\uDE9A")).getBytes(Charset.forName(charset));
        assertThat(CompetencyCsv.read(bytes).rows().get(0).name()).isEqualTo("Gro\u00DF\u00E9 \uD83E\uDE9A");
    }

    @Test
    void utf_16_is_seen_without_a_byte_order_mark() {
        byte[] bytes = CsvSample.withRows(",a,A").getBytes(StandardCharsets.UTF_16LE);
        assertThat(CompetencyCsv.read(bytes).rows()).hasSize(1);
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused_with_their_line() {
        byte[] bytes = CsvSample.withRows(",a,A", ",b,B\u00E9").getBytes(StandardCharsets.ISO_8859_1);
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> CompetencyCsv.read(bytes))
                .withMessageContaining("line 4 ")
                .withMessageContaining("CSV UTF-8");
    }

    @Test
    void headings_in_another_language_are_read_by_moodles_order() {
        String german = "Uebergeordnete ID,ID-Nummer,Kurzname,Beschreibung,Format,Skala,Konfiguration,Regel,Ergebnis,"
                + "Regelkonfiguration,Querverweise,Export-ID,Rahmen,Taxonomy";
        CompetencyCsv csv = CsvSample.read(german + "\n,F,Rahmen,,1,,,,,,,,1,\nF,a,A,,1,,,,,,,,0,\n");
        assertThat(csv.rows()).singleElement().extracting(CsvRow::name).isEqualTo("A");
    }

    @Test
    void a_missing_a_repeated_and_an_unknown_heading_are_all_reported() {
        errors("ID number,Short name,Note,ID number\n,F,x,1\n")
                .containsExactly(
                        "column 3 is not a column of Moodle's competency CSV and would be lost; rename it or take it out",
                        "column 4 repeats the heading \"ID number\"",
                        "the heading \"Parent ID number\" is missing",
                        "the heading \"Is framework\" is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "{\"CFDocument\":{}}", "just text", "\"never closed"})
    void what_is_no_competency_csv_is_refused_for_its_headings(String text) {
        assertThatExceptionOfType(BrokenCompetencyCsv.class)
                .isThrownBy(() -> CsvSample.read(text))
                .withMessageContaining("heading row");
    }

    @Test
    void everything_wrong_is_reported_at_once_by_row_and_column() {
        String text = """
                Parent ID number,ID number,Short name,Description,Is framework
                ,F,Framework,"two
                lines",1

                ,a,A,,
                x,b,B,,
                ,a,Again,,
                ,,No id,,
                ,c,,,
                d,d,D,,
                e,f,F,,
                f,e,E,,
                ,F2,Second framework,,1
                ,g,G
                ,h,%s,,maybe
                ,i,I\u0007,,
                """.formatted("h".repeat(301));
        errors(text)
                .containsExactly(
                        "row 5, column \"Parent ID number\": is the ID number of no row of this file",
                        "row 6, column \"ID number\": is that of row 4 too; each needs its own",
                        "row 7, column \"ID number\": is missing",
                        "row 8, column \"Short name\": is missing",
                        "row 9, column \"Parent ID number\": goes round in a circle: the row is below itself",
                        "row 10, column \"Parent ID number\": goes round in a circle: the row is below itself",
                        "row 11, column \"Parent ID number\": goes round in a circle: the row is below itself",
                        "row 12, column \"Is framework\": row 2 is the framework already; a file holds one",
                        "row 13: has 3 cells where the heading row has 5; a cell with a separator or a line break needs"
                                + " quotes around it",
                        "row 14, column \"Short name\": must have at most 300 characters",
                        "row 14, column \"Is framework\": must be 1 for the framework and empty or 0 for a competency",
                        "row 15, column \"Short name\": holds NUL, control or direction-override characters");
    }

    @Test
    void a_file_without_a_framework_row_is_refused() {
        errors("Parent ID number,ID number,Short name,Is framework\n,a,A,\n")
                .containsExactly("row 1: no row below it is the framework: exactly one needs 1 under \"Is framework\"");
    }

    @Test
    void a_definition_is_measured_without_its_tags() {
        String fits = "<p>" + "d".repeat(4000) + "</p>";
        assertThat(CsvSample.read(described(fits)).rows()).hasSize(1);
        errors(described(fits + "<p>.</p>"))
                .containsExactly(
                        "row 3, column \"Description\": must have at most 4000 characters of text, not counting"
                                + " tags");
    }

    @Test
    void a_quote_that_is_never_closed_is_refused_with_its_row() {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> CsvSample.read(CsvSample.withRows(",a,A", ",b,\"B")))
                .withMessageStartingWith("row 4,");
    }

    @Test
    void more_rows_than_any_framework_has_are_refused() {
        assertThatExceptionOfType(Unprocessable.class)
                .isThrownBy(() -> CsvSample.read(CsvSample.large("F", RowReader.MOST_ROWS)))
                .withMessage("must be at most 20000 rows");
    }

    @Test
    void a_chain_of_rows_is_refused_where_it_gets_too_deep() {
        String[] chain = IntStream.rangeClosed(1, 34)
                .mapToObj(i -> (i == 1 ? "" : "c" + (i - 1)) + ",c" + i + ",C" + i)
                .toArray(String[]::new);
        errors(CsvSample.withRows(chain))
                .containsExactly("row 35, column \"Parent ID number\": is more than 32 levels down");
    }

    @Test
    void the_largest_file_met_in_the_wild_takes_less_than_seconds() {
        byte[] file = CsvSample.large("F", 2_664).getBytes(StandardCharsets.UTF_8);
        CompetencyCsv csv = Assertions.assertTimeout(Duration.ofSeconds(30), () -> CompetencyCsv.read(file));
        assertThat(csv.rows()).hasSize(2_664);
    }

    @Test
    void what_is_written_is_read_again_cell_by_cell() {
        CompetencyCsv csv = CsvSample.read(CsvSample.of("ws"));
        assertThat(cells(CompetencyCsv.read(written(csv)))).isEqualTo(cells(csv));
    }

    @Test
    void what_a_spreadsheet_would_run_is_written_with_an_apostrophe() {
        String text = new String(written(CsvSample.read(CsvSample.of("ws"))), StandardCharsets.UTF_8);
        assertThat(text)
                .startsWith("Parent ID number,ID number,Short name,Description,Description format,")
                .contains(",'=cmd|' /C calc'!A0,", ",'-Glue,", ",'+it,")
                .contains("\r\nsaws,band-saw,");
    }

    @Test
    void any_cells_survive_writing_and_reading() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<String> pieces = List.of("=", "+", "-", "@", "'", "\"", ",", ";", "\t", "\r\n", "\n", "a", " ", "\u00E9");
        List<CsvRow> rows = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            List<String> cells = new ArrayList<>(Collections.nCopies(Column.values().length, ""));
            for (Column column : List.of(Column.DESCRIPTION, Column.SCALE_VALUES, Column.TAXONOMY)) {
                cells.set(
                        column.ordinal(),
                        random.ints(random.nextInt(6), 0, pieces.size())
                                .mapToObj(pieces::get)
                                .collect(Collectors.joining()));
            }
            cells.set(Column.ID_NUMBER.ordinal(), "id" + i);
            cells.set(Column.SHORT_NAME.ordinal(), "name" + i);
            cells.set(Column.IS_FRAMEWORK.ordinal(), i == 0 ? "1" : "");
            rows.add(new CsvRow(i + 2, cells));
        }
        CompetencyCsv csv = CompetencyCsv.of(rows);
        assertThat(cells(CompetencyCsv.read(written(csv)))).isEqualTo(cells(csv));
    }

    @Test
    void any_bytes_are_read_or_refused() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        byte[] good = CsvSample.of("ws").getBytes(StandardCharsets.UTF_8);
        byte[] signs = "\"\",;\t\r\n\0\u00E9'=%1x".getBytes(StandardCharsets.UTF_8);
        int read = 0;
        int refused = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] file = good.clone();
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                int length = random.nextInt(3);
                int at = random.nextInt(file.length - length);
                for (int j = at; j < at + length; j++) {
                    file[j] = signs[random.nextInt(signs.length)];
                }
            }
            try {
                CompetencyCsv csv = CompetencyCsv.read(file);
                assertThat(cells(CompetencyCsv.read(written(csv)))).isEqualTo(cells(csv));
                read++;
            } catch (Refusal refusal) {
                assertThat(refusal.status()).isBetween(400, 422);
                refused++;
            }
        }
        assertThat(read).isPositive();
        assertThat(refused).isPositive();
    }

    private static CsvRow row(String idNumber) {
        return CsvSample.read(CsvSample.of("ws")).rows().stream()
                .filter(row -> row.idNumber().equals(idNumber))
                .findFirst()
                .orElseThrow();
    }

    private static String described(String description) {
        return "Parent ID number,ID number,Short name,Description,Is framework\n,F,F,,1\n,a,A," + description + ",\n";
    }

    private static byte[] written(CompetencyCsv csv) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvFile.write(csv, out);
        return out.toByteArray();
    }

    private static List<List<String>> cells(CompetencyCsv csv) {
        return Stream.concat(Stream.of(csv.framework()), csv.rows().stream())
                .map(CsvRow::cells)
                .toList();
    }

    private static AbstractListAssert<?, List<? extends String>, String, ?> errors(String text) {
        Refusal refusal = catchThrowableOfType(BrokenCompetencyCsv.class, () -> CsvSample.read(text));
        assertThat(refusal).isNotNull();
        assertThat(refusal.status()).isEqualTo(422);
        return assertThat(refusal.problem().errors()).extracting(Problem.Violation::detail);
    }
}
