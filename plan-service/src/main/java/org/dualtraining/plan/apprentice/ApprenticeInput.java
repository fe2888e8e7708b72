package org.dualtraining.plan.apprentice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.text.PlainText;
import org.jspecify.annotations.Nullable;

/** What may be said of an apprentice. Absent learner ids leave those that are there. */
public record ApprenticeInput(
        @NotNull @PlainText String name,

        @Email(message = "must be an e-mail address") @PlainText @Nullable
        String email,

        @NotNull UUID employerId,
        @Nullable UUID occupationId,
        @Size(max = 20) @Nullable List<@NotNull @Valid LearnerId> learnerIds) {

    List<LearnerId> learnerIdsOrNone() {
        return learnerIds == null ? List.of() : learnerIds;
    }
}
