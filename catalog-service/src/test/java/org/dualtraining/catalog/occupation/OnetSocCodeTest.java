package org.dualtraining.catalog.occupation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnetSocCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "29-2071.00",
                "29-2071",
                "29207100",
                "292071",
                "29-207100",
                " 29 - 2071 . 00 ",
                "29\u20112071.00",
                "29\u20132071\u00A0.00",
                "O*NET-SOC 29-2071.00",
                "O*NET-SOC code: 29-2071.00",
                "O*NET-SOC 2010: 29-2071.00",
                "onet 29-2071",
                "SOC 29-2071",
                "soc#29-2071",
            })
    void a_code_is_the_same_however_it_is_written(String written) {
        assertThat(OnetSocCode.parse(written)).map(OnetSocCode::value).contains("29-2071.00");
    }

    @Test
    void a_specialty_keeps_its_two_digits() {
        assertThat(OnetSocCode.parse("15-1199.08")).contains(new OnetSocCode("15-1199", "08", false));
    }

    @Test
    void six_digits_mean_a_whole_soc_occupation() {
        assertThat(OnetSocCode.parse("SOC 29-2071")).contains(new OnetSocCode("29-2071", "00", true));
        assertThat(OnetSocCode.parse("29-2071.00")).contains(new OnetSocCode("29-2071", "00", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "29-2071.0",
                "29-2071.000",
                "29-207",
                "2920710",
                "29.2071.00",
                "29-2071.00, 29-2072.00",
                "AA-BBBB.CC",
                "code",
                "0837"
            })
    void anything_else_is_no_code(String written) {
        assertThat(OnetSocCode.parse(written)).isEmpty();
    }
}
