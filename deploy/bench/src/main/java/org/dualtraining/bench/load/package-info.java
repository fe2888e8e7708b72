/**
 * Owns: what is sent and what is read back: generated events, their way into Kafka, progress-service's books.
 * Calls: Kafka and PostgreSQL of a platform that was started for it.
 * Must not: judge; figures and scenarios do.
 */
@NullMarked
package org.dualtraining.bench.load;

import org.jspecify.annotations.NullMarked;
