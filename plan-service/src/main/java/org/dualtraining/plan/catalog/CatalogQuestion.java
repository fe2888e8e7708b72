package org.dualtraining.plan.catalog;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.dualtraining.kit.problem.Refusal;

/** One question to the catalog: an answer, "not there", or a 503 because the caller may come again. */
final class CatalogQuestion {

    private CatalogQuestion() {}

    static <T> Optional<T> ask(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (WebApplicationException refused) {
            if (refused.getResponse().getStatus() == 404) {
                return Optional.empty();
            }
            throw new CatalogIsAway();
        } catch (ProcessingException unreachable) {
            throw new CatalogIsAway();
        }
    }

    static final class CatalogIsAway extends Refusal {
        private static final long serialVersionUID = 1L;

        CatalogIsAway() {
            super(
                    503,
                    "The catalog cannot be reached just now. Nothing was stored; send the same request again.",
                    List.of(),
                    Map.of("Retry-After", "2"));
        }
    }
}
