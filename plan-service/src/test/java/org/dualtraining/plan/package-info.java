@NullMarked
package org.dualtraining.plan;

import org.jspecify.annotations.NullMarked;
