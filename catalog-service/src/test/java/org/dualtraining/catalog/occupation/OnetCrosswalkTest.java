package org.dualtraining.catalog.occupation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dualtraining.catalog.occupation.Occupation.Code;
import org.junit.jupiter.api.Test;

class OnetCrosswalkTest {

    private final OnetCrosswalk crosswalk = OnetCrosswalk.shipped();

    private static OnetSocCode code(String written) {
        return OnetSocCode.parse(written).orElseThrow();
    }

    private static Code onet(CodeSystem system, String code, CodeOrigin origin) {
        return new Code(system, code, null, origin);
    }

    @Test
    void one_code_may_have_several_on_the_other_side_in_both_directions() {
        assertThat(crosswalk.equivalents(CodeSystem.ONET_SOC_2010, "29-2071.00"))
                .containsExactly("29-2072.00", "29-9021.00");
        assertThat(crosswalk.equivalents(CodeSystem.ONET_SOC_2019, "29-9021.00"))
                .contains("29-2071.00", "29-9099.00");
        assertThat(crosswalk.equivalents(CodeSystem.ONET_SOC_2019, "29-2071.00"))
                .isEmpty();
    }

    @Test
    void a_code_belongs_to_the_taxonomies_that_list_it() {
        assertThat(crosswalk.systemsOf(code("29-2071.00"))).containsExactly(CodeSystem.ONET_SOC_2010);
        assertThat(crosswalk.systemsOf(code("29-2072.00"))).containsExactly(CodeSystem.ONET_SOC_2019);
        assertThat(crosswalk.systemsOf(code("11-1011.00")))
                .containsExactly(CodeSystem.ONET_SOC_2010, CodeSystem.ONET_SOC_2019);
        assertThat(crosswalk.systemsOf(code("00-0000.00"))).isEmpty();
        assertThat(crosswalk.systemsOf(code("29-2071.07"))).isEmpty();
    }

    @Test
    void six_digits_mean_the_occupation_and_its_specialties() {
        assertThat(crosswalk.meant(code("29-2011")))
                .containsExactly("29-2011.00", "29-2011.01", "29-2011.02", "29-2011.03", "29-2011.04");
        assertThat(crosswalk.meant(code("29-2011.00"))).containsExactly("29-2011.00");
    }

    @Test
    void a_code_shows_its_name_in_the_other_taxonomy() {
        assertThat(OccupationCodes.withEquivalents(
                        List.of(onet(CodeSystem.ONET_SOC_2010, "29-2071.00", CodeOrigin.AGENCY))))
                .containsExactly(
                        onet(CodeSystem.ONET_SOC_2010, "29-2071.00", CodeOrigin.AGENCY),
                        onet(CodeSystem.ONET_SOC_2019, "29-2072.00", CodeOrigin.CROSSWALK),
                        onet(CodeSystem.ONET_SOC_2019, "29-9021.00", CodeOrigin.CROSSWALK));
    }

    @Test
    void of_several_names_the_one_that_is_stored_is_meant() {
        List<Code> stored = List.of(
                onet(CodeSystem.ONET_SOC_2010, "29-2071.00", CodeOrigin.REFERENCE),
                onet(CodeSystem.ONET_SOC_2019, "29-2072.00", CodeOrigin.REFERENCE));

        assertThat(OccupationCodes.withEquivalents(stored)).isEqualTo(stored);
    }
}
