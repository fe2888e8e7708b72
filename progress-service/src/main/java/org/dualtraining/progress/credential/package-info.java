/**
 * Owns: the credentials that eligible apprentices carry away, the keys that sign them and the lists that revoke them.
 * Calls: eligibility.
 * Must not: decide eligibility, or name a person: who holds a credential is an opaque id.
 */
@NullMarked
package org.dualtraining.progress.credential;

import org.jspecify.annotations.NullMarked;
