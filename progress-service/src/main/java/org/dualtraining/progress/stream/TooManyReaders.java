package org.dualtraining.progress.stream;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.dualtraining.kit.problem.Refusal;

final class TooManyReaders extends Refusal {

    private static final long serialVersionUID = 1L;

    TooManyReaders() {
        super(
                503,
                "This instance has as many readers of the stream as it takes. Try again later.",
                List.of(),
                Map.of(HttpHeaders.RETRY_AFTER, "10"));
    }
}
