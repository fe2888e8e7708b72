package org.dualtraining.progress.history;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a read is asked as of.
 *
 * @param asOf the day up to which what happened counts
 * @param knownAt the time up to which what was said counts
 */
public record Moment(LocalDate asOf, Instant knownAt) {}
