package org.dualtraining.plan.completionstream;

import java.io.IOException;
import org.dualtraining.plan.completion.RawRow;
import org.jspecify.annotations.Nullable;

/** The rows of a stream, one after the other. */
interface Rows {

    /** The next row, or null at the end. */
    @Nullable
    RawRow next() throws IOException;
}
