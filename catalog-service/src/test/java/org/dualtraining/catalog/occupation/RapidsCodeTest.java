package org.dualtraining.catalog.occupation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RapidsCodeTest {

    @ParameterizedTest
    @CsvSource({
        "0837, 0837,",
        "837, 0837,",
        "837.0, 0837,",
        "' 8 37 ', 0837,",
        "00837, 0837,",
        "RAPIDS 0837, 0837,",
        "'RAPIDS code: 0837', 0837,",
        "0837A, 0837,",
        "R0837, 0837,",
        "1039, 1039,",
        "5, 0005,",
        "0837CB, 0837, COMPETENCY_BASED",
        "0837-HY, 0837, HYBRID",
        "0837 TB, 0837, TIME_BASED",
        "0837 (tb), 0837, TIME_BASED",
        "837.0HY, 0837, HYBRID",
        "0870CBV1, 0870, COMPETENCY_BASED",
    })
    void a_code_is_four_digits_and_its_approach_stands_apart(String written, String number, Approach approach) {
        assertThat(RapidsCode.parse(written)).contains(new RapidsCode(number, approach));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0", "0000", "837.5", "12345", "CB", "0837XYZ", "0837; 0838", "29-2071.00"})
    void anything_else_is_no_code(String written) {
        assertThat(RapidsCode.parse(written)).isEmpty();
    }
}
