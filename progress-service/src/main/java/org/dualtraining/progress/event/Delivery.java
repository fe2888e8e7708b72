package org.dualtraining.progress.event;

/** How a competency is taught. */
public enum Delivery {
    RELATED_INSTRUCTION,
    ON_THE_JOB
}
