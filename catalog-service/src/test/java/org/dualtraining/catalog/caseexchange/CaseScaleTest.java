package org.dualtraining.catalog.caseexchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.dualtraining.catalog.CatalogApi;
import org.dualtraining.catalog.WithServers;
import org.dualtraining.testkit.Tokens;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages of the size that is met in the wild, and of the largest that is taken. */
@QuarkusTest
@WithServers
class CaseScaleTest {

    private static final Logger LOG = Logger.getLogger(CaseScaleTest.class);
    private static final String BASE = "https://big.example/ims/case/v1p1/";
    private static final String TEXT = "Explains in writing how the parts of the system work together. ".repeat(5);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_largest_package_known_takes_seconds() throws Exception {
        Duration taken = roundTrip(585, 3_368, TEXT);
        assertThat(taken).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void twenty_thousand_items_are_taken_in() throws Exception {
        Duration taken = roundTrip(20_000, 20_000, "A statement");
        assertThat(taken).isLessThan(Duration.ofSeconds(180));
    }

    @Test
    void who_does_not_read_holds_up_nobody() throws Exception {
        UUID document = UUID.randomUUID();
        Path file = folder.resolve(document + ".json");
        write(file, document, 12_000, 12_000, "A statement");
        timed(
                request("/api/v1/framework-imports")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofFile(file)),
                201);
        String path = "/ims/case/v1p1/CFPackages/" + document;
        try (Socket first = notReading(path);
                Socket second = notReading("/ims/case/v1p0/CFPackages/" + document)) {
            List<CompletableFuture<HttpResponse<Path>>> answers = new ArrayList<>();
            HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            for (int i = 0; i < 16; i++) {
                HttpResponse.BodyHandler<Path> toFile = HttpResponse.BodyHandlers.ofFile(folder.resolve("got" + i));
                answers.add(client.sendAsync(request(path).build(), toFile));
            }
            for (CompletableFuture<HttpResponse<Path>> answer : answers) {
                HttpResponse<Path> got = answer.get(60, TimeUnit.SECONDS);
                assertThat(got.statusCode()).isEqualTo(200);
                assertThat(Files.size(got.body())).isGreaterThan(6 << 20);
                assertThat(Files.mismatch(got.body(), folder.resolve("got0"))).isEqualTo(-1);
            }
            timed(request(CatalogApi.FRAMEWORKS + document + "/versions/1/export?format=case-1.1"), 200);
            assertThat(first.isConnected() && second.isConnected()).isTrue();
        }
    }

    /** Has got the beginning of its answer, and takes no more of it than fits in buffers. */
    private static Socket notReading(String path) throws IOException {
        URI uri = URI.create(RestAssured.baseURI);
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(uri.getHost(), RestAssured.port));
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                + Tokens.ofThisTestRun().agency() + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 200");
        return socket;
    }

    private Duration roundTrip(int items, int associations, String text) throws IOException, InterruptedException {
        UUID document = UUID.randomUUID();
        Path file = folder.resolve(document + ".json");
        write(file, document, items, associations, text);
        Duration imported = timed(
                request("/api/v1/framework-imports")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofFile(file)),
                201);
        Duration read = timed(request("/ims/case/v1p1/CFPackages/" + document), 200);
        Duration exported =
                timed(request(CatalogApi.FRAMEWORKS + document + "/versions/1/export?format=case-1.0"), 200);
        LOG.infof(
                "items=%d associations=%d bytes=%d import=%s read=%s export=%s",
                items, associations, Files.size(file), imported, read, exported);
        return imported.plus(read).plus(exported);
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .header("Authorization", "Bearer " + Tokens.ofThisTestRun().agency());
    }

    /** Without the fixtures of the other tests, which keep several copies of each body. */
    private static Duration timed(HttpRequest.Builder request, int status) throws IOException, InterruptedException {
        Instant start = Instant.now();
        HttpResponse<Void> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(status);
        return Duration.between(start, Instant.now());
    }

    private static void write(Path to, UUID document, int items, int associations, String text) throws IOException {
        try (BufferedWriter file = Files.newBufferedWriter(to)) {
            file.append("{\"CFDocument\":{" + head("CFDocuments", document) + ",\"creator\":\"c\",\"title\":\"Big "
                    + document + "\"},\"CFItems\":[");
            for (int i = 0; i < items; i++) {
                file.append(i == 0 ? "" : ",")
                        .append("{" + head("CFItems", id(document, i)) + ",\"humanCodingScheme\":\"B." + i
                                + "\",\"fullStatement\":\"" + text + i + "\"}");
            }
            file.append("],\"CFAssociations\":[");
            for (int i = 0; i < associations; i++) {
                int child = i % items;
                boolean isChild = i < items;
                UUID parent = child < 10 ? document : id(document, child / 10);
                file.append(i == 0 ? "" : ",")
                        .append("{" + head("CFAssociations", id(document, 1_000_000 + i)) + ",\"associationType\":\""
                                + (isChild ? "isChildOf" : "isRelatedTo") + "\",\"sequenceNumber\":" + i
                                + ",\"originNodeURI\":" + link(id(document, child)) + ",\"destinationNodeURI\":"
                                + link(isChild ? parent : id(document, (child * 7 + i) % items)) + "}");
            }
            file.append("]}");
        }
    }

    private static String head(String path, UUID id) {
        return "\"identifier\":\"" + id + "\",\"uri\":\"" + BASE + path + "/" + id
                + "\",\"lastChangeDateTime\":\"2024-01-01T00:00:00Z\"";
    }

    private static String link(UUID id) {
        return "{\"title\":\"t\",\"identifier\":\"" + id + "\",\"uri\":\"" + BASE + "CFItems/" + id + "\"}";
    }

    private static UUID id(UUID document, int number) {
        return new UUID(document.getMostSignificantBits(), (document.getLeastSignificantBits() & ~0xFFFFFFL) | number);
    }
}
