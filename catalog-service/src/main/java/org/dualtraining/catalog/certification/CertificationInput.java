package org.dualtraining.catalog.certification;

import jakarta.validation.constraints.NotNull;
import org.dualtraining.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A certification that an agency adds to a draft. */
record CertificationInput(
        @Schema(examples = "Certificate of Completion of Apprenticeship") @NotNull @PlainText(max = 300)
        String name,

        @PlainText(max = 40) @Nullable String abbreviation,
        @PlainText(max = 300) @Nullable String issuer) {}
