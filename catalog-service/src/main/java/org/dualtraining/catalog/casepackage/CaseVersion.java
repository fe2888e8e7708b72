package org.dualtraining.catalog.casepackage;

/** The versions of CASE that the catalog reads and writes. */
public enum CaseVersion {
    V1_0("1.0", "v1p0"),
    V1_1("1.1", "v1p1");

    private final String number;
    private final String path;

    CaseVersion(String number, String path) {
        this.number = number;
        this.path = path;
    }

    /** "1.1" */
    public String number() {
        return number;
    }

    /** As addresses have it: "v1p1". */
    public String path() {
        return path;
    }
}
