package org.dualtraining.progress.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many may read the event stream, and how patient it is with them. */
@ConfigMapping(prefix = "progress.stream")
interface StreamSettings {

    /** Readers of this instance at once; one more is refused with 503. */
    @WithDefault("1500")
    int maxReaders();

    /** Readers of one party at once on this instance: an employer, or all agencies, or all dashboards; one more: 429. */
    @WithDefault("600")
    int maxReadersPerParty();

    /** A comment is sent when nothing else was for this long. */
    @WithDefault("15S")
    Duration heartbeat();

    /** A reader that has not taken what was written to it for this long is cut off. */
    @WithDefault("30S")
    Duration stalledAfter();
}
