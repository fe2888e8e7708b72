/**
 * Owns: taking in frameworks from exchange formats: one door, one report, whatever the format.
 * Calls: framework, occupation, identity; readers of formats implement {@code FrameworkReader}.
 * Must not: know a format.
 */
@NullMarked
package org.dualtraining.catalog.frameworkimport;

import org.jspecify.annotations.NullMarked;
