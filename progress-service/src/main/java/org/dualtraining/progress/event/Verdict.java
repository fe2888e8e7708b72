package org.dualtraining.progress.event;

/** What became of one well-formed event. Each record of a topic ends in exactly one class of the ledger. */
public enum Verdict {
    /** It changed the state. */
    APPLIED,
    /** The same event, or the same content under the same version, was there before. */
    DUPLICATE,
    /** Newer news about the same thing was there before; kept in the history, without effect. */
    STALE,
    /** It speaks of a plan or an epoch that has not been heard of: it waits for that. */
    PARKED,
    FORGED,
    CONFLICTING_VERSION
}
