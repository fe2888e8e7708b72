package org.dualtraining.catalog.occupation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.dualtraining.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The codes that an agency enters for an occupation, however they are written. */
record CodesInput(
        @Schema(
                description = "O*NET-SOC codes of 2010 or 2019: 29-2071.00, 29207100 or 29-2071",
                examples = "[\"29-2072.00\"]")
        @NotNull
        @Size(max = 50)
        List<@NotNull @PlainText(max = 40) String> onetSocCodes,

        @Schema(
                description = "RAPIDS codes, with CB, HY or TB behind the number where the approach is known",
                examples = "[\"0837HY\"]")
        @NotNull
        @Size(max = 50)
        List<@NotNull @PlainText(max = 40) String> rapidsCodes) {}
