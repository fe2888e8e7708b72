package org.dualtraining.plan.completionstream;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dualtraining.kit.problem.Refusal;

/** How many streams are read at a time: a few of each party, so that no college keeps the others out. Per instance. */
@ApplicationScoped
class StreamPlaces {

    private static final int MOST = 16;
    private static final int MOST_OF_ONE_PARTY = 4;

    private final Map<String, Integer> taken = new HashMap<>();

    /** A place, to be given back. */
    synchronized Place take(String party) {
        int ofParty = taken.getOrDefault(party, 0);
        int all = taken.values().stream().mapToInt(Integer::intValue).sum();
        if (ofParty == MOST_OF_ONE_PARTY || all == MOST) {
            throw new TooManyStreams();
        }
        taken.put(party, ofParty + 1);
        return () -> giveBack(party);
    }

    private synchronized void giveBack(String party) {
        taken.computeIfPresent(party, (p, count) -> count == 1 ? null : count - 1);
    }

    /** Given back when it is closed. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    static final class TooManyStreams extends Refusal {
        private static final long serialVersionUID = 1L;

        TooManyStreams() {
            super(
                    429,
                    "At most " + MOST_OF_ONE_PARTY + " streams of one party, and " + MOST
                            + " of all, are read at a time. Nothing of this one was read: send it again later.",
                    List.of(),
                    Map.of("Retry-After", "10"));
        }
    }
}
