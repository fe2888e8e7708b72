package org.dualtraining.plan.party;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.dualtraining.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What may be said of a provider. */
public record ProviderInput(
        @NotNull @PlainText String name,
        @NotNull ProviderType type,
        @Size(max = 50) @Nullable List<@NotNull @PlainText(max = 10) String> passGrades,

        @Schema(
                description =
                        "0 to 100: from which percentage of the highest score on a course is passed; absent: scores do"
                                + " not count")
        @Min(0)
        @Max(100)
        @Nullable
        Integer passScorePercent) {

    List<String> passGradesOrNone() {
        return passGrades == null ? List.of() : List.copyOf(passGrades);
    }
}
