package org.dualtraining.catalog.occupation;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A code that somebody looks for, as the codes that answer it. The crosswalk is followed from every code that is meant, in
 * both directions: whoever has an old code finds what a new one names, and the other way round.
 *
 * @param code what comes first, where it is an O*NET-SOC code
 * @param codes that code and, for six digits, the specialties
 * @param in2010 codes of O*NET-SOC 2010 that became one of {@code codes}
 * @param in2019 codes of O*NET-SOC 2019 that one of {@code codes} became
 * @param number what is looked for in RAPIDS
 * @param approach what comes first among the occupations with that number
 */
record CodeQuery(
        @Nullable String code,
        List<String> codes,
        List<String> in2010,
        List<String> in2019,
        @Nullable String number,
        @Nullable Approach approach) {

    private static final OnetCrosswalk CROSSWALK = OnetCrosswalk.shipped();
    private static final CodeQuery NOTHING = new CodeQuery(null, List.of(), List.of(), List.of(), null, null);

    /** What is written, or a query that finds nothing when it is no code. */
    static CodeQuery of(@Nullable String written) {
        if (written == null) {
            return NOTHING;
        }
        Optional<CodeQuery> onet = OnetSocCode.parse(written).map(CodeQuery::of);
        return onet.or(() -> RapidsCode.parse(written).map(CodeQuery::of)).orElse(NOTHING);
    }

    private static CodeQuery of(OnetSocCode code) {
        TreeSet<String> in2010 = new TreeSet<>();
        TreeSet<String> in2019 = new TreeSet<>();
        for (String meant : CROSSWALK.meant(code)) {
            in2019.addAll(CROSSWALK.equivalents(CodeSystem.ONET_SOC_2010, meant));
            in2010.addAll(CROSSWALK.equivalents(CodeSystem.ONET_SOC_2019, meant));
        }
        return new CodeQuery(
                code.value(), List.copyOf(CROSSWALK.meant(code)), List.copyOf(in2010), List.copyOf(in2019), null, null);
    }

    private static CodeQuery of(RapidsCode code) {
        return new CodeQuery(null, List.of(), List.of(), List.of(), code.number(), code.approach());
    }
}
