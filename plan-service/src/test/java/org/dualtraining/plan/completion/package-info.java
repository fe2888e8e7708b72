@NullMarked
package org.dualtraining.plan.completion;

import org.jspecify.annotations.NullMarked;
