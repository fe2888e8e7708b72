@NullMarked
package org.dualtraining.kit.page;

import org.jspecify.annotations.NullMarked;
