package org.dualtraining.plan.xapi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The verbs that say something here; all others are no completion. */
enum Verb {
    PASSED,
    FAILED,
    COMPLETED,
    VOIDED;

    private static final String ADL = "http://adlnet.gov/expapi/verbs/";

    static Optional<Verb> of(String iri) {
        return Arrays.stream(values())
                .filter(verb -> iri.equals(ADL + verb.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
