package org.dualtraining.bench.chaos;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks each read of a service five times a second, whatever the earlier questions wait for, and keeps what came back. */
final class Probes implements AutoCloseable {

    private static final long PAUSE_MILLIS = 200;
    private static final Duration HANG = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ConcurrentLinkedQueue<CompletableFuture<Answer>> questions = new ConcurrentLinkedQueue<>();
    private final List<HttpRequest> requests;
    private final ScheduledFuture<?> asking;

    Probes(List<String> urls, String token) {
        requests = urls.stream()
                .map(url -> HttpRequest.newBuilder(URI.create(url))
                        .timeout(HANG)
                        .header("Authorization", "Bearer " + token)
                        .build())
                .toList();
        asking = clock.scheduleAtFixedRate(this::ask, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * One answer.
     *
     * @param status 0 when there was none
     * @param isProper a success, or a 503 that is a problem document and says when to come again
     */
    record Answer(String path, long asked, long answered, int status, boolean isProper) {

        static Answer of(HttpRequest request, long asked, @Nullable HttpResponse<String> answer) {
            int status = answer == null ? 0 : answer.statusCode();
            boolean isProper = answer != null && (status < 300 || isAway(answer));
            return new Answer(request.uri().getPath(), asked, System.nanoTime(), status, isProper);
        }

        double seconds() {
            return (answered - asked) / 1e9;
        }

        @Override
        public String toString() {
            return path + " was answered " + status + " after %.1f s".formatted(seconds());
        }
    }

    private void ask() {
        for (HttpRequest request : requests) {
            long asked = System.nanoTime();
            questions.add(http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                    .handle((answer, failure) -> Answer.of(request, asked, failure == null ? answer : null)));
        }
    }

    private static boolean isAway(HttpResponse<String> answer) {
        return answer.statusCode() == 503
                && answer.headers().firstValue("Retry-After").isPresent()
                && answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")
                && answer.body().contains("temporarily-unavailable");
    }

    /** Those that were asked in a span of time; waits for the last of them. */
    List<Answer> askedBetween(long from, long to) {
        return questions.stream()
                .map(CompletableFuture::join)
                .filter(answer -> answer.asked() >= from && answer.asked() <= to)
                .toList();
    }

    static String summary(List<Answer> answers) {
        Map<Integer, Long> byStatus =
                answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
        double slowest = answers.stream().mapToDouble(Answer::seconds).max().orElse(0);
        return "%d reads, by status %s, the slowest %.2f s".formatted(answers.size(), byStatus, slowest);
    }

    /** What a reader must never see. */
    static List<String> faults(List<Answer> answers, double longest) {
        List<String> wrong = new ArrayList<>();
        answers.stream()
                .filter(answer -> !answer.isProper() || answer.seconds() > longest)
                .map(Answer::toString)
                .limit(10)
                .forEach(wrong::add);
        return wrong;
    }

    /** When all reads succeeded for the first time after a moment, in seconds after it; infinity when they never did. */
    double backAfter(long moment) {
        return questions.stream()
                .filter(CompletableFuture::isDone)
                .map(CompletableFuture::join)
                .filter(answer -> answer.asked() >= moment)
                .collect(Collectors.groupingBy(answer -> (answer.asked() - moment) / (PAUSE_MILLIS * 1_000_000)))
                .entrySet()
                .stream()
                .filter(round ->
                        round.getValue().stream().allMatch(answer -> answer.status() < 300 && answer.status() > 0))
                .mapToDouble(round -> round.getKey() * PAUSE_MILLIS / 1e3)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    @Override
    public void close() {
        asking.cancel(false);
        clock.shutdownNow();
    }
}
