/**
 * Owns: the local launcher: embedded PostgreSQL and Kafka, the three packaged services as processes, seed and demonstration.
 * Calls: the services over HTTP with tokens, and test-kit.
 * Must not: use a class of a service, or stand in production.
 */
@NullMarked
package org.dualtraining.local;

import org.jspecify.annotations.NullMarked;
