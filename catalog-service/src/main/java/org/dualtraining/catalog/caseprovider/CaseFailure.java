package org.dualtraining.catalog.caseprovider;

/** A refusal that CASE has a code for. */
final class CaseFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    private CaseFailure(int status, String code, String description) {
        super(description, null, false, false);
        this.status = status;
        this.code = code;
    }

    static CaseFailure unknown(String what) {
        return new CaseFailure(404, "unknownobject", "There is no such " + what + ".");
    }

    static CaseFailure noUuid() {
        return new CaseFailure(404, "invalid_uuid", "The identifier in the path must be a UUID.");
    }

    static CaseFailure bad(String code, String description) {
        return new CaseFailure(400, code, description);
    }

    static CaseFailure changedMeanwhile() {
        return new CaseFailure(503, "server_busy", "The framework has just changed: try again in a few seconds.");
    }

    int status() {
        return status;
    }

    CaseStatus body() {
        return CaseStatus.failure(code, String.valueOf(getMessage()));
    }
}
