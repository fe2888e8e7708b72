/**
 * Owns: what happens at the first start after this service's database was restored.
 * Calls: nothing.
 * Must not: refuse to start; everything that is here can be derived again from the topics.
 */
@NullMarked
package org.dualtraining.progress.restore;

import org.jspecify.annotations.NullMarked;
