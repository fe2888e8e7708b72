package org.dualtraining.catalog.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Worker's Health - and Safety",
                "WORKER\u2019S HEALTH \u2013 AND SAFETY",
                " Worker\u2018s\u00A0Health  \u2014 and\tSafety ",
            })
    void spellings_of_one_name_fold_alike(String spelling) {
        assertThat(Names.folded(spelling)).isEqualTo("worker's health - and safety");
    }

    @Test
    void another_word_is_another_name() {
        assertThat(Names.isSame("Health Information", "Health Information Literacy"))
                .isFalse();
        assertThat(Names.isSame("Healthcare Delivery", "Healthcare Delivery Services"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Electronic Health Records Specialist, electronic-health-records-specialist",
        "ELECTRONIC HEALTH RECORDS SPECIALISTS, electronic-health-records-specialist",
        "Machinist/CNC Operators, machinist-cnc-operator",
        "Medical Secretaries, medical-secretary",
        "Press Operator (Class A), press-operator-class-a",
        "Apprentice Boss, apprentice-boss",
        "C Programmer, c-programmer",
        "C# Programmers, c-sharp-programmer",
        "C++ Programmer, c-plus-plus-programmer",
        "Health + Safety Officer, health-safety-officer",
        "Welder #2, welder-2",
        "R&D Technician, r-d-technician",
        "Dentistas y Protésicos, dentistas-y-protésico",
    })
    void the_key_of_an_occupation_ignores_number_and_case(String name, String key) {
        assertThat(Names.slug(name)).isEqualTo(key);
    }

    @Test
    void a_name_without_letters_has_no_key() {
        assertThat(Names.slug(" -- \u2013 ")).isEmpty();
    }

    @Test
    void trimming_takes_no_break_spaces_at_the_ends_only() {
        assertThat(Names.trimmed("\u00A0 Health\u00A0Care\t")).isEqualTo("Health\u00A0Care");
    }
}
