package org.dualtraining.baseline.textbook;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The history: every event as it was said. */
@Entity
@Table(name = "credit_fact")
@SuppressWarnings("NullAway.Init")
public class CreditFact extends PanacheEntityBase {

    @Id
    public UUID eventId;

    public UUID planId;
    public UUID competencyId;
    public String type;
    public LocalDate completedOn;
    public @Nullable Integer rating;
    public long version;
    public Instant recordedAt;
}
