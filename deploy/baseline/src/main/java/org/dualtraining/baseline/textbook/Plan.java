package org.dualtraining.baseline.textbook;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "plan")
@SuppressWarnings("NullAway.Init")
public class Plan extends PanacheEntityBase {

    @Id
    public UUID planId;

    public UUID apprenticeId;
    public UUID employerId;
    public UUID frameworkId;
    public int total;
    public int credited;
    public @Nullable Instant countedAt;

    @OneToMany(mappedBy = "plan")
    public List<PlanLine> lines;
}
