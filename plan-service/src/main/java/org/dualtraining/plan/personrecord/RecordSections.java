package org.dualtraining.plan.personrecord;

import java.util.List;
import java.util.UUID;

/** What a record consists of. Members are named as in the API, absent where there is nothing. */
final class RecordSections {

    private static final String BEFORE_ALL = new UUID(0, 0).toString();

    static final List<RecordSection> ALL = List.of(
            new RecordSection("persons", BEFORE_ALL, """
                    SELECT a.id::text, json_strip_nulls(json_build_object('id', a.id, 'name', a.name, 'email', a.email,
                        'employerId', a.employer_id, 'occupationId', a.occupation_id, 'version', a.version,
                        'mergedInto', a.merged_into, 'erasedAt', %s))::text
                    FROM apprentice a
                    WHERE a.id = ANY (:persons) AND a.id > CAST(:after AS uuid) ORDER BY a.id LIMIT :rows
                    """.formatted(instant("a.erased_at"))),
            new RecordSection("learnerIds", "", """
                    SELECT l.provider_id || l.learner_id, json_build_object('apprenticeId', l.apprentice_id,
                        'providerId', l.provider_id, 'learnerId', l.learner_id)::text
                    FROM learner_id l
                    WHERE l.apprentice_id = ANY (:persons) AND l.provider_id || l.learner_id > :after
                    ORDER BY l.provider_id || l.learner_id LIMIT :rows
                    """),
            new RecordSection("changes", "0", """
                    SELECT c.id::text, json_strip_nulls(json_build_object('apprenticeId', c.apprentice_id,
                        'kind', c.kind, 'members', c.members, 'before', c.before, 'reason', c.reason,
                        'otherId', c.other_id, 'subject', c.subject, 'role', c.role,
                        'changedAt', %s))::text
                    FROM apprentice_change c
                    WHERE c.apprentice_id = ANY (:persons) AND c.id > CAST(:after AS bigint) ORDER BY c.id LIMIT :rows
                    """.formatted(instant("c.changed_at"))),
            new RecordSection("trainingPlans", BEFORE_ALL, """
                    SELECT p.id::text, json_strip_nulls(json_build_object('id', p.id, 'apprenticeId', p.apprentice_id,
                        'employerId', p.employer_id, 'frameworkId', p.framework_id,
                        'frameworkVersion', p.framework_version, 'frameworkTitle', p.framework_title,
                        'occupationId', p.occupation_id, 'occupationTitle', p.occupation_title,
                        'targetCertificationId', p.target_certification_id, 'status', p.status, 'version', p.version,
                        'createdAt', %s, 'lines', (
                            SELECT json_agg(json_build_object('id', l.id, 'competencyId', l.competency_id,
                                'competencyName', l.competency_name, 'delivery', l.delivery,
                                'disposition', l.disposition, 'reason', l.reason, 'courseName', l.course_name,
                                'courseDescription', l.course_description, 'providerId', l.provider_id,
                                'anticipatedCompletionDate', l.anticipated_completion_date,
                                'minimumRating', l.minimum_rating, 'state', l.state, 'basis', l.credit_basis,
                                'completedOn', l.credit_completed_on, 'rating', l.credit_rating,
                                'creditedBy', l.credit_reference) ORDER BY l.ordinal)
                            FROM plan_line l WHERE l.plan_id = p.id)))::text
                    FROM training_plan p
                    WHERE p.apprentice_id = ANY (:persons) AND p.id > CAST(:after AS uuid) ORDER BY p.id LIMIT :rows
                    """.formatted(instant("p.created_at"))),
            new RecordSection("planHistory", "0", """
                    SELECT h.id::text, json_strip_nulls(json_build_object('planId', h.plan_id,
                        'planVersion', h.plan_version, 'kind', h.kind, 'lineId', h.line_id, 'what', h.what,
                        'before', h.before, 'after', h.after, 'why', h.why, 'who', h.who, 'role', h.role,
                        'at', %s))::text
                    FROM training_plan p JOIN plan_history h ON h.plan_id = p.id
                    WHERE p.apprentice_id = ANY (:persons) AND h.id > CAST(:after AS bigint) ORDER BY h.id LIMIT :rows
                    """.formatted(instant("h.at"))),
            new RecordSection(
                    "courseCompletions", BEFORE_ALL, """
                    SELECT c.id::text, json_strip_nulls(json_build_object('id', c.id, 'apprenticeId', c.apprentice_id,
                        'providerId', c.provider_id, 'learnerId', c.learner_id, 'courseCode', c.course_code,
                        'completedOn', c.completed_on, 'grade', c.grade, 'statedPassed', c.stated_passed,
                        'passed', c.passed, 'sourceRecordId', c.source_record_id,
                        'sourceRecordVersion', c.source_record_version, 'evidenceUrl', c.evidence_url,
                        'state', c.state, 'parkedReason', c.parked_reason, 'receivedAt', %s, 'revokedAt', %s,
                        'revocationReason', c.revocation_reason))::text
                    FROM learner_id l
                    JOIN course_completion c ON c.provider_id = l.provider_id AND c.learner_id = l.learner_id
                    WHERE l.apprentice_id = ANY (:persons) AND c.id > CAST(:after AS uuid) ORDER BY c.id LIMIT :rows
                    """.formatted(instant("c.received_at"), instant("c.revoked_at"))),
            new RecordSection("signOffs", BEFORE_ALL, """
                    SELECT s.id::text, json_strip_nulls(json_build_object('id', s.id, 'lineId', s.line_id,
                        'planId', p.id, 'rating', s.rating, 'assessor', s.assessor, 'assessedOn', s.assessed_on,
                        'note', s.note, 'corrects', s.corrects, 'recordedAt', %s))::text
                    FROM training_plan p JOIN plan_line l ON l.plan_id = p.id JOIN sign_off s ON s.line_id = l.id
                    WHERE p.apprentice_id = ANY (:persons) AND s.id > CAST(:after AS uuid) ORDER BY s.id LIMIT :rows
                    """.formatted(instant("s.recorded_at"))),
            new RecordSection(
                    "priorLearning", BEFORE_ALL, """
                    SELECT s.id::text, json_strip_nulls(json_build_object('id', s.id, 'lineId', s.line_id,
                        'planId', p.id, 'description', s.description, 'evidenceUrl', s.evidence_url,
                        'assessedOn', s.assessed_on, 'corrects', s.corrects, 'recordedAt', %s, 'withdrawnAt', %s,
                        'withdrawalReason', s.withdrawal_reason))::text
                    FROM training_plan p JOIN plan_line l ON l.plan_id = p.id JOIN prior_learning s ON s.line_id = l.id
                    WHERE p.apprentice_id = ANY (:persons) AND s.id > CAST(:after AS uuid) ORDER BY s.id LIMIT :rows
                    """.formatted(instant("s.recorded_at"), instant("s.withdrawn_at"))),
            new RecordSection("hours", "", """
                    SELECT h.plan_id || to_char(h.month, 'YYYY-MM') || h.delivery, json_build_object(
                        'planId', h.plan_id, 'delivery', h.delivery, 'month', to_char(h.month, 'YYYY-MM'),
                        'hours', h.hours, 'statedAt', %s)::text
                    FROM training_plan p JOIN stated_hours h ON h.plan_id = p.id
                    WHERE p.apprentice_id = ANY (:persons)
                      AND h.plan_id || to_char(h.month, 'YYYY-MM') || h.delivery > :after
                    ORDER BY 1 LIMIT :rows
                    """.formatted(instant("h.stated_at"))),
            new RecordSection("priorCredentials", BEFORE_ALL, """
                    SELECT c.id::text, json_strip_nulls(json_build_object('id', c.id, 'apprenticeId', c.apprentice_id,
                        'credentialId', c.credential_id, 'awardedOn', c.awarded_on, 'expiresOn', c.expires_on,
                        'evidence', c.evidence, 'recordedAt', %s))::text
                    FROM prior_credential c
                    WHERE c.apprentice_id = ANY (:persons) AND c.id > CAST(:after AS uuid) ORDER BY c.id LIMIT :rows
                    """.formatted(instant("c.recorded_at"))),
            new RecordSection(
                    "evidence", BEFORE_ALL, """
                    SELECT e.id::text, json_strip_nulls(json_build_object('id', e.id, 'apprenticeId', e.apprentice_id,
                        'competencyId', e.competency_id, 'lineId', e.line_id, 'basis', e.basis,
                        'reference', e.reference, 'providerId', e.provider_id, 'courseCode', e.course_code,
                        'requiredCourses', e.required_courses, 'completedOn', e.completed_on, 'rating', e.rating,
                        'recordedAt', %s, 'withdrawnAt', %s))::text
                    FROM evidence e
                    WHERE e.apprentice_id = ANY (:persons) AND e.id > CAST(:after AS uuid) ORDER BY e.id LIMIT :rows
                    """.formatted(instant("e.recorded_at"), instant("e.withdrawn_at"))));

    private RecordSections() {}

    /** As the API writes instants. */
    private static String instant(String column) {
        return "to_char(" + column + " AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";
    }
}
