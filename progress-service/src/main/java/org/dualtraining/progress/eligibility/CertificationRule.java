package org.dualtraining.progress.eligibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** A certification's requirement rule: a pure function of the credits that a plan holds and the day. */
public final class CertificationRule {

    private final Requirement root;

    private CertificationRule(Requirement root) {
        this.root = root;
    }

    /** @throws org.dualtraining.progress.event.Poison when it is not a rule that can be evaluated without guessing */
    public static CertificationRule read(JsonNode tree) {
        return new CertificationRule(RuleReader.read(tree, "/rule"));
    }

    /** @param names how a competency is called on the plan, for the explanation only */
    Finding evaluate(Map<UUID, HeldCredit> credits, Function<UUID, String> names, LocalDate today) {
        return root.evaluate(new Requirement.Evidence(credits, names, today));
    }
}
