package org.dualtraining.bench.figure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.dualtraining.local.Cohort;
import org.dualtraining.local.LauncherFailure;

/** An agency's reader of the event stream: when each plan was first seen to have so many credits. */
final class ProgressStream implements AutoCloseable {

    private static final String DATA = "data:";

    private final Map<UUID, TreeMap<Integer, Long>> seen = new ConcurrentHashMap<>();
    private final Stream<String> lines;

    private ProgressStream(Stream<String> lines) {
        this.lines = lines;
    }

    /** Returns when the stream is open: what changes from now on is seen. */
    static ProgressStream open(String url, String token) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .build();
        try {
            HttpResponse<Stream<String>> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
            if (answer.statusCode() != 200) {
                throw new LauncherFailure("The event stream was answered " + answer.statusCode() + ".");
            }
            ProgressStream stream = new ProgressStream(answer.body());
            Thread reader = new Thread(stream::read, "progress-stream");
            reader.setDaemon(true);
            reader.start();
            return stream;
        } catch (IOException e) {
            throw new LauncherFailure("The event stream did not open: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The moment, as System.nanoTime() counts, when this plan first had at least so many credits. */
    OptionalLong seenAt(UUID planId, int credited) {
        TreeMap<Integer, Long> moments = seen.get(planId);
        if (moments == null) {
            return OptionalLong.empty();
        }
        synchronized (moments) {
            return moments.tailMap(credited).values().stream()
                    .mapToLong(Long::longValue)
                    .min();
        }
    }

    private void read() {
        lines.filter(line -> line.startsWith(DATA)).forEach(line -> take(line.substring(DATA.length())));
    }

    private void take(String data) {
        long now = System.nanoTime();
        try {
            JsonNode change = Cohort.JSON.readTree(data);
            if (change.has("credited")) {
                TreeMap<Integer, Long> moments = seen.computeIfAbsent(
                        UUID.fromString(change.path("planId").asText()), plan -> new TreeMap<>());
                synchronized (moments) {
                    moments.putIfAbsent(change.path("credited").asInt(), now);
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        lines.close();
    }
}
