package org.dualtraining.catalog.framework;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which frameworks a list is about; null does not restrict. */
record FrameworkFilter(
        @Nullable UUID occupation,
        @Nullable VersionStatus status,
        @Nullable String q) {}
