package org.dualtraining.catalog.framework;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dualtraining.catalog.identity.Names;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of each competency from one version to another. Each is in exactly one list. */
public record FrameworkDiff(
        UUID frameworkId,
        int from,
        int to,
        @Schema(description = "the same in both") List<Difference> kept,

        @Schema(description = "another name, or only other quotes, blanks, dashes or case in the definition")
        List<Difference> reworded,

        @Schema(description = "another definition, parent, section or core mark; the id is the same")
        List<Difference> changed,

        @JsonProperty("new") @Schema(description = "only in `to`")
        List<Difference> added,

        @Schema(
                description =
                        "carried over to `to` because its document does not mention it; not retired unless an agency says so")
        List<Difference> notMentioned,

        @Schema(description = "only in `from`") List<Difference> retired,

        @Schema(description = "what took the place of those that were retired for a change of meaning")
        List<Replacement> replacedBy) {

    /** One competency with its text in both versions. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CompetencyDifference")
    public record Difference(
            UUID id,
            String name,
            @Nullable Wording before,
            @Nullable Wording after) {}

    /** What a version says of it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CompetencyWording")
    public record Wording(
            String name,
            @Nullable String definition,
            SectionKind section,
            @Nullable UUID parentId,
            boolean core) {}

    public static FrameworkDiff between(FrameworkVersion from, FrameworkVersion to) {
        FrameworkDiff diff = new FrameworkDiff(
                from.frameworkId(),
                from.number(),
                to.number(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        Map<UUID, VersionCompetency> before = new LinkedHashMap<>();
        from.content().competencies().forEach(row -> before.put(row.competencyId(), row));
        for (VersionCompetency after : to.content().competencies()) {
            diff.compare(before.remove(after.competencyId()), after);
        }
        before.values().forEach(gone -> diff.retired.add(difference(gone, wording(gone), null)));
        to.content().replacements().stream()
                .filter(replacement -> before.containsKey(replacement.from()))
                .forEach(diff.replacedBy::add);
        return diff;
    }

    private void compare(@Nullable VersionCompetency before, VersionCompetency after) {
        if (before == null) {
            added.add(difference(after, null, wording(after)));
            return;
        }
        Wording was = wording(before);
        Wording is = wording(after);
        if (after.notMentioned() && !before.notMentioned()) {
            notMentioned.add(new Difference(after.competencyId(), after.name(), null, null));
        } else if (was.equals(is)) {
            kept.add(new Difference(after.competencyId(), after.name(), null, null));
        } else if (saysTheSame(was, is)) {
            reworded.add(difference(after, was, is));
        } else {
            changed.add(difference(after, was, is));
        }
    }

    private static boolean saysTheSame(Wording was, Wording is) {
        return folded(was.definition()).equals(folded(is.definition()))
                && was.section() == is.section()
                && Objects.equals(was.parentId(), is.parentId())
                && was.core() == is.core();
    }

    private static String folded(@Nullable String definition) {
        return definition == null ? "" : Names.folded(definition);
    }

    private static Difference difference(VersionCompetency row, @Nullable Wording before, @Nullable Wording after) {
        return new Difference(row.competencyId(), row.name(), before, after);
    }

    private static Wording wording(VersionCompetency row) {
        return new Wording(row.name(), row.definition(), row.section(), row.parentId(), row.core());
    }
}
