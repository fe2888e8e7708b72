package org.dualtraining.baseline.textbook;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** Only for plans that are or were eligible, as in the product. */
@Entity
@IdClass(Eligibility.Key.class)
@Table(name = "eligibility")
@SuppressWarnings("NullAway.Init")
public class Eligibility extends PanacheEntityBase {

    /** The primary key. */
    public record Key(UUID planId, UUID certificationId) implements Serializable {}

    @Id
    public UUID planId;

    @Id
    public UUID certificationId;

    public boolean eligible;
    public Instant decidedAt;
}
