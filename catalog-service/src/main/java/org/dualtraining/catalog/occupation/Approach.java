package org.dualtraining.catalog.occupation;

/** How a registered apprenticeship is completed; RAPIDS writes it behind its codes. */
public enum Approach {
    COMPETENCY_BASED("CB"),
    HYBRID("HY"),
    TIME_BASED("TB");

    private final String suffix;

    Approach(String suffix) {
        this.suffix = suffix;
    }

    /** The two letters of RAPIDS. */
    public String suffix() {
        return suffix;
    }
}
