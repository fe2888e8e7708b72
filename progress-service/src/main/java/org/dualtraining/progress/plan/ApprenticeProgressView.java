package org.dualtraining.progress.plan;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All plans of one apprentice that the caller may see. */
@Schema(name = "ApprenticeProgress", description = "All plans of one apprentice that the caller may see")
public record ApprenticeProgressView(UUID apprenticeId, List<ProgressView> plans) {}
