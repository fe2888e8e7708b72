package org.dualtraining.progress.eligibility;

import java.util.Map;
import java.util.UUID;

/**
 * What a rule is held against: all that is known of one plan, whenever it happened.
 *
 * @param credits the held credits by competency
 */
record Held(Map<UUID, HeldCredit> credits, Attested attested) {

    static final Held NOTHING = new Held(Map.of(), Attested.NOTHING);
}
