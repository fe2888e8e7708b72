package org.dualtraining.catalog.framework;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A competency as one version has it.
 *
 * @param parentId a competency of the same version and section
 * @param listPosition order in the list, parents before their children
 * @param formPosition order in the training-plan form, which is another one
 * @param code the source's own code for it
 * @param notMentioned carried over from the version before, because this version's document does not mention it
 */
public record VersionCompetency(
        UUID competencyId,
        @Nullable UUID parentId,
        SectionKind section,
        int listPosition,
        int formPosition,
        String name,
        @Nullable String definition,
        boolean core,
        List<String> aliases,
        @Nullable String code,
        boolean notMentioned) {

    /** What is longer no line of a plan and no event could carry. */
    public static final int LONGEST_NAME = 300;

    public static final int LONGEST_DEFINITION = 4_000;

    VersionCompetency reworded(
            String newName, @Nullable String newDefinition, boolean newCore, List<String> newAliases) {
        return new VersionCompetency(
                competencyId,
                parentId,
                section,
                listPosition,
                formPosition,
                newName,
                newDefinition,
                newCore,
                newAliases,
                code,
                notMentioned);
    }

    /** An agency that edits it means it to stay. */
    VersionCompetency kept() {
        return new VersionCompetency(
                competencyId,
                parentId,
                section,
                listPosition,
                formPosition,
                name,
                definition,
                core,
                aliases,
                code,
                false);
    }

    VersionCompetency unmentioned() {
        return new VersionCompetency(
                competencyId,
                parentId,
                section,
                listPosition,
                formPosition,
                name,
                definition,
                core,
                aliases,
                code,
                true);
    }

    VersionCompetency at(SectionKind newSection, @Nullable UUID newParent, int newListPosition, int newFormPosition) {
        return new VersionCompetency(
                competencyId,
                newParent,
                newSection,
                newListPosition,
                newFormPosition,
                name,
                definition,
                core,
                aliases,
                code,
                notMentioned);
    }

    VersionCompetency identifiedAs(UUID id, @Nullable UUID parent, List<String> newAliases) {
        return new VersionCompetency(
                id,
                parent,
                section,
                listPosition,
                formPosition,
                name,
                definition,
                core,
                newAliases,
                code,
                notMentioned);
    }
}
