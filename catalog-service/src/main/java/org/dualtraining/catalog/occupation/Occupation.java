package org.dualtraining.catalog.occupation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an apprentice is trained for. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Occupation(
        UUID id,

        @Schema(examples = "Electronic Health Records Specialist")
        String title,

        @Nullable String description,
        List<String> alternateTitles,
        List<Code> codes) {

    /** One code of one taxonomy. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OccupationCode")
    public record Code(
            CodeSystem system,
            @Schema(examples = "29-2072.00") String code,

            @Schema(description = "with a RAPIDS code: how its programme is completed, where that is known") @Nullable
            Approach approach,

            @Schema(description = "how we know it") CodeOrigin origin) {}
}
