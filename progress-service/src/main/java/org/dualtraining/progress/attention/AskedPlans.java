package org.dualtraining.progress.attention;

import org.dualtraining.progress.report.Question;

/** Conditions on table {@code plan p}: only those that are asked for, so that each has its index. */
final class AskedPlans {

    private AskedPlans() {}

    static String of(Question question) {
        return (question.employer() == null ? "" : " AND p.employer_id = :employer")
                + (question.occupation() == null ? "" : " AND p.occupation_id = :occupation");
    }
}
