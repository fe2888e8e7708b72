@NullMarked
package org.dualtraining.progress.rebuild;

import org.jspecify.annotations.NullMarked;
