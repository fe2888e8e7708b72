@NullMarked
package org.dualtraining.progress;

import org.jspecify.annotations.NullMarked;
