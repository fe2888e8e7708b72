package org.dualtraining.plan.hours;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.kit.database.RecordMapper;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.plan.catalog.Delivery;
import org.jdbi.v3.core.Jdbi;

/** Table {@code stated_hours}. */
@ApplicationScoped
class HoursOfPlans {

    private static final String SELECT =
            "SELECT delivery, to_char(month, 'YYYY-MM') AS month, hours, stated_at FROM stated_hours ";

    private final Jdbi jdbi;

    @Inject
    HoursOfPlans(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<StatedHours> find(UUID planId, Delivery delivery, YearMonth month) {
        return jdbi.withHandle(
                h -> h.createQuery(SELECT + "WHERE plan_id = :plan AND delivery = :delivery AND month = :month")
                        .bind("plan", planId)
                        .bind("delivery", delivery)
                        .bind("month", month.atDay(1))
                        .map(RecordMapper.of(StatedHours.class))
                        .findOne());
    }

    List<StatedHours> page(UUID planId, PageRequest page) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + """
                        WHERE plan_id = :plan AND to_char(month, 'YYYY-MM') || '/' || delivery > :after
                        ORDER BY to_char(month, 'YYYY-MM') || '/' || delivery LIMIT :rows
                        """)
                .bind("plan", planId)
                .bind("after", page.after(""))
                .bind("rows", page.rows())
                .map(RecordMapper.of(StatedHours.class))
                .list());
    }

    static String key(StatedHours stated) {
        return stated.month() + '/' + stated.delivery();
    }

    void put(UUID planId, Delivery delivery, YearMonth month, int hours, Instant now) {
        jdbi.useHandle(h -> h.createUpdate("""
                        INSERT INTO stated_hours (plan_id, delivery, month, hours, stated_at)
                        VALUES (:plan, :delivery, :month, :hours, :now)
                        ON CONFLICT (plan_id, delivery, month) DO UPDATE SET
                            hours = EXCLUDED.hours, stated_at = EXCLUDED.stated_at
                        """)
                .bind("plan", planId)
                .bind("delivery", delivery)
                .bind("month", month.atDay(1))
                .bind("hours", hours)
                .bind("now", now)
                .execute());
    }

    void delete(UUID planId, Delivery delivery, YearMonth month) {
        jdbi.useHandle(h -> h.createUpdate(
                        "DELETE FROM stated_hours WHERE plan_id = :plan AND delivery = :delivery AND month = :month")
                .bind("plan", planId)
                .bind("delivery", delivery)
                .bind("month", month.atDay(1))
                .execute());
    }
}
