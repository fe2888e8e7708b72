@NullMarked
package org.dualtraining.kit.problem;

import org.jspecify.annotations.NullMarked;
