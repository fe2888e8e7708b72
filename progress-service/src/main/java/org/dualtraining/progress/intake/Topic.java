package org.dualtraining.progress.intake;

import java.util.List;
import org.dualtraining.progress.event.CloudEvent;
import org.dualtraining.progress.event.Verdict;

/** What the records of one topic mean. */
interface Topic<F> {

    String name();

    /** The only source whose events are taken. */
    String source();

    /** @throws org.dualtraining.progress.event.Poison when the data is not what this topic carries */
    F decode(CloudEvent event);

    /**
     * Lets facts take effect, in the transaction of the batch.
     *
     * @param facts in the order of their arrival, each event once
     * @return one verdict per fact, in the same order
     */
    List<Verdict> apply(List<F> facts);
}
