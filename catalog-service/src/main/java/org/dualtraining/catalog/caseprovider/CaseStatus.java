package org.dualtraining.catalog.caseprovider;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of every refusal below /ims/case, as CASE has it. */
@Schema(name = "imsx_StatusInfo")
public record CaseStatus(
        @JsonProperty("imsx_codeMajor") @Schema(examples = "failure")
        String codeMajor,

        @JsonProperty("imsx_severity") @Schema(examples = "error")
        String severity,

        @JsonProperty("imsx_description") String description,
        @JsonProperty("imsx_codeMinor") CodeMinor codeMinor) {

    /** The reasons. */
    @Schema(name = "imsx_CodeMinor")
    public record CodeMinor(
            @JsonProperty("imsx_codeMinorField") List<Field> fields) {}

    /** One reason: who says it, and its code. */
    @Schema(name = "imsx_CodeMinorField")
    public record Field(
            @JsonProperty("imsx_codeMinorFieldName") @Schema(examples = "TargetEndSystem")
            String name,

            @JsonProperty("imsx_codeMinorFieldValue") @Schema(examples = "unknownobject")
            String value) {}

    static CaseStatus failure(String code, String description) {
        return new CaseStatus(
                "failure", "error", description, new CodeMinor(List.of(new Field("TargetEndSystem", code))));
    }

    /** What a refusal of HTTP itself is in CASE's words. */
    static String codeOf(int status) {
        return switch (status) {
            case 401 -> "unauthorisedrequest";
            case 403 -> "forbidden";
            case 404 -> "unknownobject";
            case 429, 503 -> "server_busy";
            default -> status >= 500 ? "internal_server_error" : "invalid_data";
        };
    }
}
