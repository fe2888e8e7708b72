/**
 * Owns: how a Kafka record becomes a CloudEvent with checked members, and what a record can be judged to be.
 * Calls: nothing of ours.
 * Must not: know a table, put a received value into a message.
 */
@NullMarked
package org.dualtraining.progress.event;

import org.jspecify.annotations.NullMarked;
