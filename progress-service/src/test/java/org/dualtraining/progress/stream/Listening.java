package org.dualtraining.progress.stream;

import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A reader of the event stream, as a browser's {@code EventSource} would read it. */
final class Listening implements Flow.Subscriber<String>, AutoCloseable {

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private volatile boolean hasEnded;
    private volatile @Nullable String lastId;
    private volatile Flow.@Nullable Subscription subscription;
    private @Nullable String name;

    private Listening() {}

    /** Returns when the stream has begun. */
    static Listening begin(HttpClient http, String token, @Nullable String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/v1/events"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        Listening listening = new Listening();
        var unused = http.sendAsync(request.build(), HttpResponse.BodyHandlers.fromLineSubscriber(listening));
        return listening.awaitComment("welcome");
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        if (line.startsWith(":")) {
            comments.add(line.substring(1).trim());
        } else if (line.startsWith("id:")) {
            lastId = line.substring("id:".length()).trim();
        } else if (line.startsWith("event:")) {
            name = line.substring("event:".length()).trim();
        } else if (line.startsWith("data:") && line.length() > "data:".length()) {
            events.add(new Event(
                    String.valueOf(lastId),
                    String.valueOf(name),
                    line.substring("data:".length()).trim()));
        }
    }

    @Override
    public void onError(Throwable cut) {
        hasEnded = true;
    }

    @Override
    public void onComplete() {
        hasEnded = true;
    }

    List<Event> events() {
        return events;
    }

    List<String> data() {
        return events.stream().map(Event::data).toList();
    }

    /** What it would come back with. */
    String lastId() {
        return String.valueOf(lastId);
    }

    Listening awaitComment(String comment) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> comments.contains(comment));
        return this;
    }

    Event await(Predicate<Event> expected) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> events.stream().filter(expected).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    void awaitEnd() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> hasEnded);
    }

    /** Hangs up. */
    @Override
    public void close() {
        Flow.Subscription known = subscription;
        if (known != null) {
            known.cancel();
        }
    }

    record Event(String id, String name, String data) {

        boolean has(String part) {
            return data.contains(part);
        }
    }
}
