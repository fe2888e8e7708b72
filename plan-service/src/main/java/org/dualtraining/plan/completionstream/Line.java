package org.dualtraining.plan.completionstream;

import org.jspecify.annotations.Nullable;

/**
 * One line of what is sent, without its end.
 *
 * @param text what it says; empty when it cannot be read
 * @param defect why it cannot be read: what would be right
 */
record Line(String text, @Nullable String defect) {

    boolean isBlank() {
        return defect == null && text.isBlank();
    }
}
