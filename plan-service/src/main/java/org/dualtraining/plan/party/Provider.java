package org.dualtraining.plan.party;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who provides training: the state form's "Company, College, Trainer, or other". */
public record Provider(
        UUID id,
        String name,
        ProviderType type,

        @Schema(description = "the grades that count as passed at this provider, as it writes them")
        List<String> passGrades,

        @Schema(
                description =
                        "from which percentage of the highest score on a course is passed; absent: scores do not count")
        @Nullable
        Integer passScorePercent,

        @Schema(description = "counts the changes; the ETag is 1.<version>")
        long version) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Whether a score is a pass. */
    public boolean isPassed(BigDecimal score, BigDecimal highest) {
        if (passScorePercent == null) {
            throw new ProviderHasNoPassScore();
        }
        return score.multiply(HUNDRED).compareTo(highest.multiply(BigDecimal.valueOf(passScorePercent))) >= 0;
    }
}
