package org.dualtraining.baseline.textbook;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The guard against repeats. */
@Entity
@Table(name = "processed_event")
@SuppressWarnings("NullAway.Init")
public class ProcessedEvent extends PanacheEntityBase {

    @Id
    public UUID eventId;

    public Instant processedAt;
}
