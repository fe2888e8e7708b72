package org.dualtraining.progress.smallgroup;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Which of several groups of about the same size is hidden beside a small one. Who knew would sometimes know how small: so
 * it follows from a secret, and stays the same, because two different choices would tell as much.
 */
public record SecretOrder(UUID secret) {

    Place of(String name, long size) {
        return new Place(
                Long.SIZE - Long.numberOfLeadingZeros(size),
                UUID.nameUUIDFromBytes((secret + name).getBytes(StandardCharsets.UTF_8)));
    }

    /** @param magnitude powers of two, so that the largest group is not hidden for the sake of the smallest */
    record Place(int magnitude, UUID lot) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            int bySize = Integer.compare(magnitude, other.magnitude);
            return bySize != 0 ? bySize : lot.compareTo(other.lot);
        }
    }
}
