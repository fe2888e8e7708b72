package org.dualtraining.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files that promise something about the system, held against each other and against what is there. */
class PromisesTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

    private final Path contracts = EventContract.contracts();
    private final Path root = contracts.resolveSibling(".");

    @Test
    void the_channels_of_asyncapi_are_the_topics_that_are_created() throws IOException {
        JsonNode asyncApi = asyncApi();
        TreeSet<String> channels = new TreeSet<>();
        asyncApi.get("channels").fieldNames().forEachRemaining(channels::add);

        assertThat(channels).containsExactlyElementsOf(new TreeSet<>(Topics.names()));
    }

    @Test
    void each_message_of_asyncapi_has_a_schema_and_each_schema_is_a_message() throws IOException {
        TreeSet<String> named = new TreeSet<>();
        asyncApi()
                .at("/components/messages")
                .forEach(message -> named.add(message.at("/payload/$ref").asText()));

        try (Stream<Path> files = Files.list(contracts.resolve("events"))) {
            assertThat(named)
                    .containsExactlyElementsOf(new TreeSet<>(files.map(Path::getFileName)
                            .map(Path::toString)
                            .filter(name -> name.endsWith(".schema.json"))
                            .map(name -> "events/" + name)
                            .toList()));
        }
    }

    @Test
    void every_link_in_a_document_leads_to_a_file() throws IOException {
        List<Path> documents = new ArrayList<>();
        try (Stream<Path> top = Files.list(root);
                Stream<Path> below = Files.walk(root.resolve("docs"))) {
            Stream.concat(top, below)
                    .filter(path -> path.toString().endsWith(".md"))
                    .forEach(documents::add);
        }
        List<String> dead = new ArrayList<>();
        for (Path document : documents) {
            Matcher link = LINK.matcher(Files.readString(document));
            while (link.find()) {
                if (!Files.exists(document.resolveSibling(link.group(1)))) {
                    dead.add(document.getFileName() + " -> " + link.group(1));
                }
            }
        }
        assertThat(documents).hasSizeGreaterThan(5);
        assertThat(dead).isEmpty();
    }

    private JsonNode asyncApi() throws IOException {
        return new YAMLMapper().readTree(contracts.resolve("asyncapi.yaml").toFile());
    }
}
