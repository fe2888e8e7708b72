@NullMarked
package org.dualtraining.plan.trainingplan;

import org.jspecify.annotations.NullMarked;
