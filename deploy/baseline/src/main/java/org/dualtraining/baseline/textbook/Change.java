package org.dualtraining.baseline.textbook;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a stream of changes would be read from. */
@Entity
@Table(name = "change")
@SuppressWarnings("NullAway.Init")
public class Change extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    public String kind;
    public UUID planId;
    public UUID apprenticeId;
    public @Nullable Integer total;
    public @Nullable Integer credited;
    public @Nullable UUID certificationId;
    public @Nullable Boolean eligible;
    public Instant changedAt;

    static Change of(String kind, Plan plan, Instant now) {
        Change change = new Change();
        change.kind = kind;
        change.planId = plan.planId;
        change.apprenticeId = plan.apprenticeId;
        change.changedAt = now;
        return change;
    }
}
