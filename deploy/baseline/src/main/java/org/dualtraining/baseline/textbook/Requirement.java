package org.dualtraining.baseline.textbook;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One competency that a certification asks for: much simpler than the product's rules. */
@Entity
@IdClass(Requirement.Key.class)
@Table(name = "requirement")
@SuppressWarnings("NullAway.Init")
public class Requirement extends PanacheEntityBase {

    /** The primary key. */
    public record Key(UUID certificationId, UUID competencyId) implements Serializable {}

    @Id
    public UUID certificationId;

    @Id
    public UUID competencyId;

    public UUID frameworkId;
    public @Nullable Integer minimumRating;

    boolean isMetBy(PlanLine line) {
        return line.competencyId.equals(competencyId)
                && line.state == PlanLine.State.CREDITED
                && (minimumRating == null || (line.rating != null && line.rating >= minimumRating));
    }
}
