package org.dualtraining.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One service's public API with one caller's token, as a portal would use it. */
public final class ApiClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int UNAVAILABLE = 503;

    private final String address;
    private final String token;
    private final Exchange exchange;

    /** How a request becomes an answer: over HTTP, in tests also twice or counted. */
    public interface Exchange {

        HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException;

        static Exchange overHttp() {
            HttpClient client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
            return request -> client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    /**
     * A client of one service for one caller.
     *
     * @param address of the service, without "/api/v1"
     */
    public ApiClient(String address, String token, Exchange exchange) {
        this.address = address;
        this.token = token;
        this.exchange = exchange;
    }

    /** What came back, whatever the status. */
    public record Answer(
            int status, JsonNode body, @Nullable String etag) {

        /** The body of a success; a refusal ends here with the service's own words. */
        public JsonNode orFail(String what) {
            if (status < 200 || status > 299) {
                String detail = body.path("detail").asText("");
                throw new LauncherFailure(
                        what + " was answered " + status + (detail.isEmpty() ? "" : ": " + detail) + errors());
            }
            return body;
        }

        private String errors() {
            return body.path("errors").isEmpty() ? "" : " " + body.path("errors");
        }
    }

    public JsonNode get(String path) {
        return read(path).body();
    }

    public JsonNode post(String path, JsonNode body) {
        return send("POST", path, body, Map.of()).orFail("POST " + path);
    }

    /** Changes what was read before: its entity tag goes along. */
    public JsonNode change(String method, String path, @Nullable JsonNode body, Answer read) {
        String tag = read.etag();
        return send(method, path, body, tag == null ? Map.of() : Map.of("If-Match", tag))
                .orFail(method + " " + path);
    }

    /** A service whose database is slow to answer says so and wants to be asked again: after a cold start that is ordinary. */
    public Answer read(String path) {
        long end = System.nanoTime() + LIMIT.toNanos();
        Answer answer = send("GET", path, null, Map.of());
        while (answer.status() == UNAVAILABLE && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = send("GET", path, null, Map.of());
        }
        answer.orFail("GET " + path);
        return answer;
    }

    public Answer postText(String path, String text) {
        return exchange(request(path, Map.of("Content-Type", "text/plain; charset=utf-8"))
                .POST(HttpRequest.BodyPublishers.ofString(text))
                .build());
    }

    public Answer send(String method, String path, @Nullable JsonNode body, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        HttpRequest.BodyPublisher publisher = HttpRequest.BodyPublishers.noBody();
        if (body != null) {
            all.put("Content-Type", "application/json");
            publisher = HttpRequest.BodyPublishers.ofString(body.toString());
        }
        return exchange(request(path, all).method(method, publisher).build());
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
        headers.forEach(request::header);
        return request;
    }

    private Answer exchange(HttpRequest request) {
        try {
            HttpResponse<String> response = exchange.send(request);
            return new Answer(
                    response.statusCode(),
                    parse(response.body()),
                    response.headers().firstValue("ETag").orElse(null));
        } catch (IOException e) {
            throw new NoAnswer(request.method() + " " + request.uri() + " got no answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer(request.method() + " " + request.uri() + " was interrupted", e);
        }
    }

    private static JsonNode parse(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode().put("detail", body);
        }
    }

    /** The outcome is unknown: the service may have done what was asked. */
    public static final class NoAnswer extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoAnswer(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
