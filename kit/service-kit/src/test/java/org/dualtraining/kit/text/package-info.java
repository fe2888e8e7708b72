@NullMarked
package org.dualtraining.kit.text;

import org.jspecify.annotations.NullMarked;
