package org.dualtraining.catalog.framework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A certification as one version of a framework names it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VersionCertification(
        UUID id, String name, @Nullable String abbreviation) {}
