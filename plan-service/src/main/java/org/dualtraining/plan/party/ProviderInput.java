package org.dualtraining.plan.party;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.dualtraining.kit.text.PlainText;
import org.jspecify.annotations.Nullable;

/** What may be said of a provider. */
public record ProviderInput(
        @NotNull @PlainText String name,
        @NotNull ProviderType type,
        @Size(max = 50) @Nullable List<@NotNull @PlainText(max = 10) String> passGrades) {

    List<String> passGradesOrNone() {
        return passGrades == null ? List.of() : List.copyOf(passGrades);
    }
}
