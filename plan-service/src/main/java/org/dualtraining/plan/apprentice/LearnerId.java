package org.dualtraining.plan.apprentice;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.dualtraining.kit.text.PlainText;

/** The id by which one provider knows a person. */
public record LearnerId(
        @NotNull UUID providerId,
        @NotNull @PlainText(max = 100) String learnerId) {}
