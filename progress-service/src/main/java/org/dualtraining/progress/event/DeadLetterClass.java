package org.dualtraining.progress.event;

/** Why a record can never be applied (guarantees D8). */
public enum DeadLetterClass {
    /** No CloudEvent, or its value is not JSON. */
    UNDECODABLE,
    /** A member is missing, of the wrong kind or out of range. */
    SCHEMA,
    UNKNOWN_TYPE,
    TOO_LARGE,
    /** Another source than the topic's owner, or parties that contradict each other (guarantees S15). */
    FORGED,
    /** The plan's (epoch, version), or the rule's version, is known with other content: an alarm (guarantees D5). */
    CONFLICTING_VERSION,
    /** Well formed, and still refused by our own code or a constraint: a defect to look at. */
    UNPROCESSABLE
}
