package org.dualtraining.plan.priorcredential;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.dualtraining.kit.problem.Unprocessable;
import org.dualtraining.kit.text.CalendarDate;
import org.dualtraining.kit.text.PastDate;
import org.dualtraining.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A credential that an apprentice holds, and what shows it. */
public record PriorCredentialInput(
        @Schema(description = "the certification of the catalog that it is; either this or `credentialId`") @Nullable
        UUID certificationId,

        @Schema(description = "the id by which requirement rules name it, where the catalog has no such certification")
        @Nullable
        UUID credentialId,

        @Schema(description = "1900-01-01 to tomorrow") @NotNull @PastDate
        LocalDate awardedOn,

        @Schema(description = "the first day on which it is not valid any more; absent where it lasts")
        @CalendarDate
        @Nullable
        LocalDate expiresOn,

        @Schema(description = "what shows it, in words; other services never hear of it")
        @NotNull
        @PlainText(max = 2000, lines = true)
        String evidence) {

    UUID credential() {
        if (certificationId != null && credentialId == null) {
            return certificationId;
        }
        if (credentialId != null && certificationId == null) {
            return credentialId;
        }
        throw new Unprocessable("/credentialId", "must be there, or certificationId, and not both");
    }

    void requireOrder() {
        if (expiresOn != null && !expiresOn.isAfter(awardedOn)) {
            throw new Unprocessable("/expiresOn", "must be after awardedOn");
        }
    }
}
