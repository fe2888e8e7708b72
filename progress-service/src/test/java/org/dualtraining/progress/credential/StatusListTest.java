package org.dualtraining.progress.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusListTest {

    @Test
    void the_first_place_is_the_left_most_bit_and_the_last_the_right_most() {
        byte[] bits =
                Verifier.unpacked(new StatusList(0, Instant.EPOCH, List.of(0, 9, StatusList.LENGTH - 1)).encoded());

        assertThat(bits).hasSize(16_384);
        assertThat(bits[0]).isEqualTo((byte) 0b1000_0000);
        assertThat(bits[1]).isEqualTo((byte) 0b0100_0000);
        assertThat(bits[16_383]).isEqualTo((byte) 0b0000_0001);
        assertThat(BitSet.valueOf(bits).cardinality()).isEqualTo(3);
    }
}
