package org.dualtraining.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void a_port_can_be_chosen_and_the_others_stay() {
        Ports ports = Ports.from(Map.of("PIPELINE_PLAN_PORT", "18082"));

        assertThat(ports.address(Service.PLAN)).isEqualTo("http://127.0.0.1:18082");
        assertThat(ports.address(Service.CATALOG)).isEqualTo("http://127.0.0.1:8081");
    }

    @Test
    void what_is_not_a_port_is_refused_by_name() {
        for (String wrong : new String[] {"eighty", "0", "65536", "-1"}) {
            assertThatThrownBy(() -> Ports.from(Map.of("PIPELINE_KAFKA_PORT", wrong)))
                    .isInstanceOf(LauncherFailure.class)
                    .hasMessageContaining("PIPELINE_KAFKA_PORT");
        }
    }

    @Test
    void the_port_that_is_taken_is_named_with_its_variable() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            Ports free = Ports.free();
            Ports ports = Ports.from(Map.of(
                    "PIPELINE_CATALOG_PORT", port,
                    "PIPELINE_POSTGRES_PORT", Integer.toString(free.postgres()),
                    "PIPELINE_KAFKA_PORT", Integer.toString(free.kafka())));

            assertThatThrownBy(ports::requireFree)
                    .hasMessageContaining(port + " is taken")
                    .hasMessageContaining("PIPELINE_CATALOG_PORT=<port>");
        }
    }

    @Test
    void one_port_for_two_servers_is_refused() {
        assertThatThrownBy(
                        () -> Ports.from(Map.of("PIPELINE_KAFKA_PORT", "8081")).requireFree())
                .hasMessageContaining("PIPELINE_CATALOG_PORT and PIPELINE_KAFKA_PORT are both 8081");
    }
}
