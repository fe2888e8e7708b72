package org.dualtraining.plan.party;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who provides training: the state form's "Company, College, Trainer, or other". */
public record Provider(
        UUID id,
        String name,
        ProviderType type,

        @Schema(description = "the grades that count as passed at this provider, as it writes them")
        List<String> passGrades,

        @Schema(description = "counts the changes; the ETag is 1.<version>")
        long version) {}
