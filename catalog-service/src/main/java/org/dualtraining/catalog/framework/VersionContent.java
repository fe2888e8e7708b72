package org.dualtraining.catalog.framework;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that a version says, without its number and status. Certifications are in the document's order. */
public record VersionContent(
        String title,
        @Nullable String industry,
        @Nullable String description,
        Provenance provenance,
        List<Finding> findings,
        List<VersionCompetency> competencies,
        List<VersionCertification> certifications) {}
