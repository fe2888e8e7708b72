package org.dualtraining.plan.apprentice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.party.Role;
import org.jdbi.v3.core.Jdbi;

/** Who changed what of a person's data, written in the transaction of the change. */
@ApplicationScoped
public class PersonHistory {

    private static final String SYSTEM = "system";

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final Caller caller;
    private final Clock clock;

    @Inject
    PersonHistory(Jdbi jdbi, ObjectMapper json, Caller caller, Clock clock) {
        this.jdbi = jdbi;
        this.json = json;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void append(PersonChange change) {
        jdbi.useHandle(h -> h.createUpdate("""
                        INSERT INTO apprentice_change
                            (apprentice_id, kind, members, before, reason, other_id, subject, role, changed_at)
                        VALUES (:apprenticeId, :kind, :members, CAST(:was AS jsonb), :reason, :otherId, :subject, :role, :now)
                        """)
                .bindMethods(change)
                .bindArray(
                        "members",
                        String.class,
                        change.before().keySet().stream().sorted().toArray())
                .bind("was", change.before().isEmpty() ? null : write(change))
                .bind("subject", isSystem() ? SYSTEM : caller.subject())
                .bind("role", isSystem() ? SYSTEM : caller.isAgency() ? Role.AGENCY : Role.EMPLOYER)
                .bind("now", clock.instant())
                .execute());
    }

    /** No caller stands behind what the service does on a schedule. */
    private boolean isSystem() {
        return caller.subject().isEmpty();
    }

    private String write(PersonChange change) {
        try {
            return json.writeValueAsString(change.before());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a person's members cannot be written as JSON", e);
        }
    }
}
