package org.dualtraining.progress.attention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.database.RecordMapper;
import org.dualtraining.kit.problem.Malformed;
import org.dualtraining.progress.attention.OverdueView.OverdueLine;
import org.dualtraining.progress.report.Question;
import org.jdbi.v3.core.Jdbi;

/** Finds overdue lines by index, in the order of their dates. */
@ApplicationScoped
class OverdueReader {

    private final Jdbi jdbi;

    @Inject
    OverdueReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<OverdueLine> after(Key key, Question question, LocalDate today, int limit) {
        if (question.isVoid()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT l.plan_id, l.line_id, p.apprentice_id, p.employer_id, p.occupation_id, l.competency_id,
                               l.provider_id, l.anticipated_completion_date
                        FROM plan_line l JOIN plan p USING (plan_id)
                        WHERE l.is_due AND l.anticipated_completion_date < :today
                          AND (l.anticipated_completion_date, l.plan_id, l.competency_id) > (:day, :plan, :competency)
                        """ + AskedPlans.of(question)
                        + (question.provider() == null ? "" : " AND l.provider_id = :provider") + """

                        ORDER BY l.anticipated_completion_date, l.plan_id, l.competency_id LIMIT :limit
                        """)
                .bind("today", today)
                .bind("day", key.day())
                .bind("plan", key.planId())
                .bind("competency", key.competencyId())
                .bind("occupation", question.occupation())
                .bind("employer", question.employer())
                .bind("provider", question.provider())
                .bind("limit", limit)
                .map(RecordMapper.of(OverdueLine.class))
                .list());
    }

    /** Where a line is in the order. */
    record Key(LocalDate day, UUID planId, UUID competencyId) {

        static final Key FIRST = new Key(LocalDate.of(1, 1, 1), new UUID(0, 0), new UUID(0, 0));

        static Key of(OverdueLine line) {
            return new Key(line.anticipatedCompletionDate(), line.planId(), line.competencyId());
        }

        static Key read(String text) {
            String[] parts = text.split("/", -1);
            try {
                if (parts.length == 3) {
                    return new Key(LocalDate.parse(parts[0]), UUID.fromString(parts[1]), UUID.fromString(parts[2]));
                }
            } catch (DateTimeException | IllegalArgumentException e) {
                // refused below, without the value
            }
            throw new Malformed("cursor", "must be the `next` of an earlier page, unchanged");
        }

        String text() {
            return day + "/" + planId + "/" + competencyId;
        }
    }
}
