@NullMarked
package org.dualtraining.plan.form;

import org.jspecify.annotations.NullMarked;
