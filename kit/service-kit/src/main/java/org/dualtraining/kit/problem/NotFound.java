package org.dualtraining.kit.problem;

/** Absent, or another party's: the two answer alike, so that nobody learns what exists. */
public final class NotFound extends Refusal {

    private static final long serialVersionUID = 1L;

    /** @param noun what was looked for, as the API names it: "training plan" */
    public NotFound(String noun) {
        super(404, "There is no such " + noun + ", or it is not yours to see.");
    }
}
