package org.dualtraining.progress.rebuild;

/** Where a rebuild stands; all but RUNNING are ends. COMPARED is the end of a dry run. */
enum RebuildState {
    RUNNING,
    COMPARED,
    SWAPPED,
    CANCELLED,
    FAILED
}
