package org.dualtraining.bench.figure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.dualtraining.local.Ports;
import org.dualtraining.local.Service;

/** Looks at the heap in use of a service, twice a second, from its metrics. */
final class HeapWatch implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    private final HttpRequest metrics;
    private final List<Double> mebibytes = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    private final ScheduledFuture<?> looking;

    private HeapWatch(URI metrics) {
        this.metrics =
                HttpRequest.newBuilder(metrics).timeout(Duration.ofSeconds(2)).build();
        looking = clock.scheduleWithFixedDelay(this::look, 0, 500, TimeUnit.MILLISECONDS);
    }

    static HeapWatch of(Ports ports, Service service) {
        return new HeapWatch(URI.create(ports.managementAddress(service) + "/q/metrics"));
    }

    /**
     * The least heap in use, in MiB, in the first and the last third of the time: what is left when the garbage is gone,
     * seen twice. Growth shows in the difference.
     */
    record Floors(double first, double last, double most) {

        @Override
        public String toString() {
            return "heap in use, after collections: %.0f MiB in the first third, %.0f MiB in the last; at most %.0f MiB"
                    .formatted(first, last, most);
        }
    }

    Floors floors() {
        List<Double> seen = new ArrayList<>(mebibytes);
        int third = Math.max(1, seen.size() / 3);
        return new Floors(
                least(seen.subList(0, Math.min(third, seen.size()))),
                least(seen.subList(Math.max(0, seen.size() - third), seen.size())),
                seen.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN));
    }

    private static double least(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
    }

    private void look() {
        try {
            double bytes = HTTP.send(metrics, HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith("jvm_memory_used_bytes{") && line.contains("area=\"heap\""))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
            if (bytes > 0) {
                mebibytes.add(bytes / (1 << 20));
            }
        } catch (IOException e) {
            // it is starting
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        looking.cancel(false);
        clock.shutdownNow();
    }
}
