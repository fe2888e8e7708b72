package org.dualtraining.plan.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long a person's data is kept. */
@ConfigMapping(prefix = "dual-training.retention")
interface Retention {

    /** How many years after a person's last plan was completed or cancelled their data is due for erasure. */
    @WithDefault("7")
    int years();

    /** Whether the service erases what is due by itself, once a day; else an agency decides for each person. */
    @WithDefault("false")
    boolean automatic();
}
