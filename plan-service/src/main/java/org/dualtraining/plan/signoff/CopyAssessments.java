package org.dualtraining.plan.signoff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.UUID;
import org.dualtraining.plan.trainingplan.Basis;
import org.dualtraining.plan.trainingplan.TakeOverEvidence.Copy;
import org.jdbi.v3.core.Jdbi;

/** What an assessor attested of a duplicate, attested again for the line that stands for it; the first stays readable. */
@ApplicationScoped
public class CopyAssessments {

    private final Jdbi jdbi;

    @Inject
    CopyAssessments(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(Collection<Copy> copies) {
        copy(copies, Basis.SIGN_OFF, """
                INSERT INTO sign_off (id, line_id, rating, assessor, assessed_on, note, recorded_at)
                SELECT c.id, c.line, s.rating, s.assessor, s.assessed_on, s.note, s.recorded_at
                FROM unnest(:ids, :lines, :originals) AS c (id, line, original) JOIN sign_off s ON s.id = c.original
                """);
        copy(copies, Basis.PRIOR_LEARNING, """
                INSERT INTO prior_learning (id, line_id, description, evidence_url, assessed_on, recorded_at)
                SELECT c.id, c.line, s.description, s.evidence_url, s.assessed_on, s.recorded_at
                FROM unnest(:ids, :lines, :originals) AS c (id, line, original) JOIN prior_learning s ON s.id = c.original
                """);
    }

    private void copy(Collection<Copy> copies, Basis basis, String insert) {
        Collection<Copy> these =
                copies.stream().filter(copy -> copy.basis() == basis).toList();
        jdbi.useHandle(h -> h.createUpdate(insert)
                .bindArray("ids", UUID.class, these.stream().map(Copy::id).toArray())
                .bindArray("lines", UUID.class, these.stream().map(Copy::lineId).toArray())
                .bindArray(
                        "originals",
                        UUID.class,
                        these.stream().map(Copy::original).toArray())
                .execute());
    }
}
