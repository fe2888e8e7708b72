package org.dualtraining.progress.stream;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.dualtraining.kit.problem.Refusal;

final class TooManyReadersOfParty extends Refusal {

    private static final long serialVersionUID = 1L;

    TooManyReadersOfParty() {
        super(
                429,
                "Your party has as many readers of the stream as one may have. Close one, or try again later.",
                List.of(),
                Map.of(HttpHeaders.RETRY_AFTER, "10"));
    }
}
