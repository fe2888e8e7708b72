package org.dualtraining.plan.signoff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Takes the words of and about people out of sign-offs and prior learning; ratings and dates stay. */
@ApplicationScoped
public class EraseAssessments {

    private final Jdbi jdbi;

    @Inject
    EraseAssessments(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(Collection<UUID> apprenticeIds) {
        for (String erase : List.of(
                "UPDATE sign_off s SET assessor = 'erased', note = NULL",
                "UPDATE prior_learning s SET description = 'erased', evidence_url = NULL, withdrawal_reason = NULL")) {
            jdbi.useHandle(h -> h.createUpdate(erase + """
                             FROM plan_line l JOIN training_plan p ON p.id = l.plan_id
                            WHERE s.line_id = l.id AND p.apprentice_id = ANY (:apprentices)
                            """)
                    .bindArray("apprentices", UUID.class, apprenticeIds.toArray())
                    .execute());
        }
    }
}
