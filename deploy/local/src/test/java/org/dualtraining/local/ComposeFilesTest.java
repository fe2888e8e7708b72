package org.dualtraining.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dualtraining.testkit.Topics;
import org.junit.jupiter.api.Test;

/** The files for containers say the same as the local launcher. */
class ComposeFilesTest {

    private static final Path REPOSITORY = Path.of(System.getProperty("pipeline.repository", "../.."));

    @Test
    void every_published_port_is_on_loopback() throws IOException {
        JsonNode services = new ObjectMapper(new YAMLFactory())
                .readTree(read("docker-compose.yml"))
                .path("services");

        assertThat(services).hasSize(7);
        services.findValues("ports")
                .forEach(
                        ports -> ports.forEach(port -> assertThat(port.asText()).startsWith("127.0.0.1:")));
    }

    @Test
    void no_password_stands_in_the_file() throws IOException {
        assertThat(read("docker-compose.yml")
                        .lines()
                        .filter(line -> line.matches(".*(PASSWORD|SECRET|SIGNING_KEY): .*")))
                .isNotEmpty()
                .allSatisfy(
                        line -> assertThat(line).containsPattern(": \\$\\{[A-Z_]+:\\?run deploy/compose/make-env}"));
    }

    @Test
    void the_same_topics_are_created() throws IOException {
        Matcher created = Pattern.compile("(?m)^keep ([a-z-]+)$").matcher(read("deploy/compose/kafka/create-topics"));

        assertThat(created.results().map(result -> result.group(1)))
                .containsExactlyInAnyOrderElementsOf(Topics.names());
        assertThat(read("deploy/compose/kafka/create-topics")).contains("--partitions " + Topics.PARTITIONS);
    }

    @Test
    void the_same_databases_are_prepared() throws IOException {
        Matcher prepared =
                Pattern.compile("(?m)^prepare ([a-z]+) ").matcher(read("deploy/compose/postgres/10-databases.sh"));

        assertThat(prepared.results().map(result -> result.group(1)))
                .containsExactly(
                        Arrays.stream(Service.values()).map(Service::label).toArray(String[]::new));
    }

    @Test
    void the_realm_has_a_role_and_a_client_for_each_kind_of_caller() throws IOException {
        JsonNode realm = new ObjectMapper().readTree(read("deploy/keycloak/realm.json"));

        assertThat(new TreeSet<>(realm.path("roles").findValuesAsText("name")))
                .containsExactly("agency", "apprentice", "college", "dashboard", "employer");
        assertThat(realm.path("clients")).hasSize(5).allSatisfy(client -> {
            assertThat(client.path("publicClient").asBoolean(true)).isFalse();
            assertThat(client.path("secret").asText()).matches("\\$\\{[A-Z]+_CLIENT_SECRET}");
        });
        assertThat(realm.path("clientScopes").findValuesAsText("included.custom.audience"))
                .containsExactly("dual-training");
    }

    private static String read(String file) throws IOException {
        return Files.readString(REPOSITORY.resolve(file));
    }
}
