@NullMarked
package org.dualtraining.progress.reconciliation;

import org.jspecify.annotations.NullMarked;
