package org.dualtraining.plan.completionstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SpoolTest {

    @Test
    void bytes_come_back_in_order_whatever_the_pieces() throws IOException {
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        ByteArrayOutputStream taken = new ByteArrayOutputStream();
        try (Spool spool = Spool.open()) {
            for (int i = 0; i < 1000; i++) {
                byte[] bytes = ("receipt " + i + "\n").repeat(i % 7).getBytes(StandardCharsets.UTF_8);
                spool.put(bytes);
                expected.write(bytes);
                if (i % 3 == 0) {
                    taken.write(spool.take(1 + i % 64));
                }
            }
            assertThat(spool.size()).isEqualTo(expected.size() - taken.size());
            while (!spool.isEmpty()) {
                taken.write(spool.take(4096));
            }
        }
        assertThat(taken.toByteArray()).isEqualTo(expected.toByteArray());
    }
}
