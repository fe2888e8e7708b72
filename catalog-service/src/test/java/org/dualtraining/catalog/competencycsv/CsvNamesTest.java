package org.dualtraining.catalog.competencycsv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvNamesTest {

    private static List<String> names(String... rows) {
        CompetencyCsv csv = CsvSample.read(CsvSample.withRows(rows));
        CsvNames names = CsvNames.of(csv);
        return csv.rows().stream().map(names::of).toList();
    }

    @Test
    void names_of_their_own_stay() {
        assertThat(names(",a,Safety", ",b,Sawing")).containsExactly("Safety", "Sawing");
    }

    @Test
    void the_second_of_a_name_gets_its_id_number_in_whatever_case_it_is_written() {
        assertThat(names(",a,same", ",b,Same", ",c,SAME")).containsExactly("same", "Same (b)", "SAME (c)");
    }

    @Test
    void a_made_name_is_nobody_elses() {
        assertThat(names(",a,Safety", ",b,safety", ",c,Safety (B)"))
                .containsExactly("Safety", "safety (b, 2)", "Safety (B)");
    }

    @Test
    void the_longest_name_has_room_for_its_id_number() {
        String longest = "n".repeat(300);

        assertThat(names(",a," + longest, ",b," + longest)).containsExactly(longest, "n".repeat(296) + " (b)");
    }
}
