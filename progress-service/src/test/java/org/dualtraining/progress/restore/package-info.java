@NullMarked
package org.dualtraining.progress.restore;

import org.jspecify.annotations.NullMarked;
