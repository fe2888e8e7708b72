/**
 * Owns: request headers that mean one thing and come in several spellings, evened out before anything reads them.
 * Calls: nothing of ours.
 * Must not: refuse a request.
 */
@NullMarked
package org.dualtraining.kit.header;

import org.jspecify.annotations.NullMarked;
