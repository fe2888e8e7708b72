package org.dualtraining.progress.report;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CsvTableWriterTest {

    @Test
    void what_begins_like_a_formula_is_text() throws IOException {
        assertThat(written("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"))
                .isEqualTo("'=1+1,'+1,'-1,'@SUM(A1),'\tx,\"'\rx\"\r\n");
    }

    @Test
    void what_a_spreadsheet_of_another_country_would_take_for_a_formula_is_text_too() throws IOException {
        assertThat(written("a;=1+1", ";+1", " =1", "\uFF1D1")).isEqualTo("a;'=1+1,;'+1,' =1,'\uFF1D1\r\n");
    }

    @Test
    void numbers_and_other_text_stay_as_they_are() throws IOException {
        assertThat(written(-3, 2.5, "1-1", "a=b", "", null)).isEqualTo("-3,2.5,1-1,a=b,,\r\n");
    }

    @Test
    void separators_quotes_and_line_breaks_stay_inside_their_cell() throws IOException {
        assertThat(written("a,b", "say \"hi\"", "two\nlines"))
                .isEqualTo("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n");
    }

    private static String written(@Nullable Object... cells) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvTable table = new CsvTable("t", List.of("c"), row -> row.accept(Arrays.asList(cells)));
        new CsvTableWriter()
                .writeTo(
                        table,
                        CsvTable.class,
                        CsvTable.class,
                        new Annotation[0],
                        MediaType.valueOf(ReportFormat.CSV),
                        new MultivaluedHashMap<>(),
                        out);
        return out.toString(StandardCharsets.UTF_8).substring("c\r\n".length());
    }
}
