@NullMarked
package org.dualtraining.plan.completionstream;

import org.jspecify.annotations.NullMarked;
