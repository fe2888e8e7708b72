package org.dualtraining.plan.xapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A statement of the Experience API (IEEE 9274.1.1 and its forerunner 1.0.3). All members of the standard are known, so
 * that others are refused; those that are read have a type here.
 */
public record XapiStatement(
        @Schema(description = "the record; version 1 of it, because a statement never changes") @NotNull
        UUID id,

        @Schema(description = "an agent with an account") @NotNull @Valid
        Actor actor,

        @NotNull @Valid StatementVerb verb,

        @Schema(description = "the course; with the verb voided a StatementRef") @NotNull @Valid
        StatementObject object,

        @Valid @Nullable Result result,
        @Nullable JsonNode context,

        @Schema(description = "with its zone: completed on that day there", examples = "2026-05-15T18:54:36.736+02:00")
        @Nullable
        String timestamp,

        @Nullable JsonNode stored,
        @Nullable JsonNode authority,
        @Nullable JsonNode version,
        @Nullable JsonNode attachments) {

    /** Who: known by the account's name only; the rest is neither read nor kept. */
    @Schema(name = "StatementActor")
    public record Actor(
            @Nullable String objectType,
            @Nullable JsonNode name,
            @Nullable JsonNode mbox,
            @Nullable @JsonProperty("mbox_sha1sum") JsonNode mboxSha1sum,
            @Nullable JsonNode openid,
            @Nullable JsonNode member,

            @Schema(description = "needed, except with the verb voided") @Valid @Nullable
            Account account) {}

    /** The account that the provider's system has for the learner. */
    @Schema(name = "ActorAccount")
    public record Account(
            @Nullable JsonNode homePage,

            @Schema(description = "the provider's id of the learner", examples = "S0012345")
            @NotNull
            @PlainText(max = 100)
            String name) {}

    /** What was done, as an IRI. */
    public record StatementVerb(
            @NotNull @Size(max = 2000) String id, @Nullable JsonNode display) {}

    /** To what. */
    public record StatementObject(
            @Pattern(
                    regexp = "Activity|StatementRef",
                    message = "must be Activity, or StatementRef with the verb voided")
            @Nullable
            String objectType,

            @Schema(
                    description = "of an activity: its last path segment is the course code; of a StatementRef: the"
                            + " statement that is voided",
                    examples = "https://lms.college.example/courses/HIMC1110")
            @NotNull
            @Size(max = 2000)
            String id,

            @Valid @Nullable Definition definition) {}

    /** What an activity is. */
    @Schema(name = "ActivityDefinition")
    public record Definition(
            @Nullable JsonNode name,
            @Nullable JsonNode description,
            @Nullable JsonNode type,
            @Nullable JsonNode moreInfo,
            @Nullable JsonNode interactionType,
            @Nullable JsonNode correctResponsesPattern,
            @Nullable JsonNode choices,
            @Nullable JsonNode scale,
            @Nullable JsonNode source,
            @Nullable JsonNode target,
            @Nullable JsonNode steps,

            @Schema(description = "`" + COURSE_CODE + "`: the course code, instead of the one in the id") @Nullable
            Map<String, JsonNode> extensions) {

        /** The extension that names the course. */
        public static final String COURSE_CODE = "urn:dual-training:xapi:course-code";
    }

    /** With what result. */
    @Schema(name = "StatementResult")
    public record Result(
            @Valid @Nullable Score score,
            @Nullable Boolean success,
            @Nullable Boolean completion,
            @Nullable JsonNode response,
            @Nullable JsonNode duration,
            @Nullable JsonNode extensions) {}

    /** Only {@code scaled} can be compared. */
    @Schema(name = "StatementScore")
    public record Score(
            @DecimalMin("-1") @DecimalMax("1") @Digits(integer = 1, fraction = 20) @Nullable
            BigDecimal scaled,

            @Nullable JsonNode raw,
            @Nullable JsonNode min,
            @Nullable JsonNode max) {}
}
