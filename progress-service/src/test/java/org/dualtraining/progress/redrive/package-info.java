@NullMarked
package org.dualtraining.progress.redrive;

import org.jspecify.annotations.NullMarked;
