package org.dualtraining.progress.redrive;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.dualtraining.kit.problem.Refusal;

final class BrokerIsAway extends Refusal {

    private static final long serialVersionUID = 1L;

    BrokerIsAway() {
        super(
                503,
                "Kafka cannot be read at the moment. Nothing was changed. Try again later.",
                List.of(),
                Map.of(HttpHeaders.RETRY_AFTER, "10"));
    }
}
