package org.dualtraining.plan.party;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.dualtraining.kit.text.PlainText;
import org.jspecify.annotations.Nullable;

/** What may be said of an employer. */
public record EmployerInput(
        @NotNull @PlainText String name,

        @Pattern(regexp = "\\d{2}-\\d{7}", message = "must be an EIN as 12-3456789") @Nullable
        String ein) {}
