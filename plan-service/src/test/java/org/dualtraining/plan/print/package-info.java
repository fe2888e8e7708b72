@NullMarked
package org.dualtraining.plan.print;

import org.jspecify.annotations.NullMarked;
