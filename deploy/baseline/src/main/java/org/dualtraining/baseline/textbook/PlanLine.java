package org.dualtraining.baseline.textbook;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A competency of a plan with the latest word on it. */
@Entity
@Table(name = "plan_line")
@SuppressWarnings("NullAway.Init")
public class PlanLine extends PanacheEntityBase {

    /** Where the line stands. */
    public enum State {
        OPEN,
        CREDITED,
        REVOKED
    }

    @Id
    public UUID lineId;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "plan_id")
    public Plan plan;

    public UUID competencyId;
    public String delivery;

    @Enumerated(EnumType.STRING)
    public State state;

    public @Nullable LocalDate completedOn;
    public @Nullable Integer rating;
    public @Nullable UUID eventId;
    public long version;
}
