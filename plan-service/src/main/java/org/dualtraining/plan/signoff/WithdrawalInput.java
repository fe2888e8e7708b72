package org.dualtraining.plan.signoff;

import jakarta.validation.constraints.NotNull;
import org.dualtraining.kit.text.PlainText;

/** Why evidence does not count after all. */
public record WithdrawalInput(
        @NotNull @PlainText(max = 1000, lines = true) String reason) {}
