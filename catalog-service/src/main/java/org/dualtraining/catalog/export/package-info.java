/**
 * Owns: writing one version of a framework in the formats in which others read frameworks.
 * Calls: framework, identity, upload.
 * Must not: know a single format; each is an {@link org.dualtraining.catalog.export.ExportFormat} found by CDI.
 */
@NullMarked
package org.dualtraining.catalog.export;

import org.jspecify.annotations.NullMarked;
