package org.dualtraining.baseline.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.dualtraining.kit.id.Ids;
import org.jdbi.v3.core.Jdbi;

/** One row in one durable transaction: the least that an accepted POST costs. */
@ApplicationScoped
class InsertRow {

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    InsertRow(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Transactional
    RowView handle(UUID providerId, RowInput input) {
        RowView row = new RowView(
                Ids.next(),
                providerId,
                input.learnerId(),
                input.courseCode(),
                input.completedOn(),
                input.grade(),
                input.sourceRecordId(),
                clock.instant());
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO posted
                    (id, provider_id, learner_id, course_code, completed_on, grade, source_record_id, received_at)
                VALUES (:id, :providerId, :learnerId, :courseCode, :completedOn, :grade, :sourceRecordId,
                        :receivedAt)
                """).bindMethods(row).execute());
        return row;
    }
}
