package org.dualtraining.bench.figure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.dualtraining.local.LauncherFailure;

/** A number of requests from some callers at once, each of whom waits for an answer before the next. */
final class HttpLoad implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final HttpClient http;
    private final ExecutorService callers;
    private final int width;

    HttpLoad(int width) {
        this.width = width;
        this.callers = Executors.newFixedThreadPool(width);
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build();
    }

    static HttpRequest.Builder request(String url, String token) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
    }

    /** Sends the requests of the numbers from one up to before another, and gives how many were answered in a second. */
    double perSecond(int from, int to, IntFunction<HttpRequest> requests) {
        AtomicInteger next = new AtomicInteger(from);
        long begun = System.nanoTime();
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            running.add(callers.submit(() -> {
                for (int number = next.getAndIncrement(); number < to; number = next.getAndIncrement()) {
                    send(requests.apply(number));
                }
            }));
        }
        join(running);
        return (to - from) / ((System.nanoTime() - begun) / 1e9);
    }

    /** The time in milliseconds below which 99 of 100 answers came, one caller after the other. */
    double p99(int number, HttpRequest request) {
        double[] millis = new double[number];
        for (int i = 0; i < number; i++) {
            long begun = System.nanoTime();
            send(request);
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        return p99(millis);
    }

    static double p99(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * 0.99))];
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** The body of a success; anything else ends the measurement. */
    String send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() > 299) {
                throw new LauncherFailure(request.method() + " " + request.uri() + " was answered "
                        + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new LauncherFailure(request.method() + " " + request.uri() + " got no answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void join(List<Future<?>> running) {
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new LauncherFailure(String.valueOf(e.getMessage()), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        callers.shutdownNow();
    }
}
