package org.dualtraining.progress.eligibility;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a rule is satisfied or not, as the rule's tree in plain words. */
@Schema(description = "The rule as a tree, each node in plain words with its status")
public record Explanation(
        @Schema(description = "what is asked here, in plain words", examples = "Privacy and Security, rated at least 3")
        String node,

        @Schema(description = "SATISFIED, MISSING, or EXPIRED: it was satisfied and its time is over")
        Status status,

        @Schema(description = "at a leaf: the events that satisfy it, or did before they expired")
        List<UUID> eventIds,

        @Schema(description = "the parts of an `all of`, `any of` or `at least n of`")
        List<Explanation> children) {

    @Schema(name = "RequirementStatus")
    public enum Status {
        SATISFIED,
        MISSING,
        EXPIRED
    }

    static Explanation missing(String node) {
        return new Explanation(node, Status.MISSING, List.of(), List.of());
    }

    Explanation with(String otherNode, Status otherStatus) {
        return new Explanation(otherNode, otherStatus, eventIds, children);
    }
}
