@NullMarked
package org.dualtraining.kit.json;

import org.jspecify.annotations.NullMarked;
