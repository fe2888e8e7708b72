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
        List<String> aliases) {}
