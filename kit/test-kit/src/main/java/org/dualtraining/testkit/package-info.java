/**
 * Owns: real PostgreSQL and Kafka without containers, test tokens, event contracts, architecture rules with canaries.
 * Calls: nothing of ours; deploy/local and the tests of the services call it.
 * Must not: stand on a production class path, know a service's classes.
 */
@NullMarked
package org.dualtraining.testkit;

import org.jspecify.annotations.NullMarked;
