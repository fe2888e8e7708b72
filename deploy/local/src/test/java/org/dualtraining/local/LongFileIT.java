package org.dualtraining.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dualtraining.local.Cohort.College;
import org.dualtraining.local.Cohort.Trainee;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A long CSV file through the packaged service, whose heap ends at 256 MB: with repeats, unknown learners and broken rows,
 * sent again, and sent slowly beside other callers (guarantees R10). {@code -Dfile.rows=200000} makes it longer than the
 * build does.
 */
class LongFileIT {

    private static final int ROWS = Integer.getInteger("file.rows", 8_000);
    private static final String HEADER = "learnerId,courseCode,completedOn,grade,sourceRecordId\n";

    private static FreshPlatform running;
    private static College college;
    private static College other;
    private static final List<Trainee> TRAINEES = new ArrayList<>();

    /** What becomes of each row when the file comes for the first time. */
    private final List<String> expected = new ArrayList<>();

    @BeforeAll
    static void start() {
        running = FreshPlatform.start("long-file");
        PublishedSeed seed = new SeedLoader(running.home().repository(), running.clients(), line -> {}).load();
        Cohort cohort = new Cohort(running.clients(), seed);
        cohort.addEmployer("Long File Clinic");
        college = cohort.addCollege("Long File College");
        other = cohort.addCollege("Other College");
        List<String> competencies = List.copyOf(seed.competencies().keySet());
        for (int i = 0; i < 10; i++) {
            cohort.map(college, "C" + i, List.of(competencies.get(i)));
            cohort.map(other, "C" + i, List.of(competencies.get(i)));
        }
        for (int i = 0; i < 50; i++) {
            TRAINEES.add(cohort.addTrainee("Long File Apprentice " + i, i));
        }
    }

    @AfterAll
    static void stop() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    void a_long_file_gets_all_receipts_in_order_and_changes_nothing_when_it_is_sent_again() throws Exception {
        Path file = write("first", 7);

        Duration took = sendAndCompare(file, expected);
        long rows = count("course_completion");
        long events = count("outbox");
        Duration tookAgain = sendAndCompare(
                file,
                expected.stream()
                        .map(status -> status.equals("REJECTED") ? "REJECTED" : "DUPLICATE")
                        .toList());

        assertThat(count("course_completion")).isEqualTo(rows);
        assertThat(count("outbox")).isEqualTo(events);
        System.out.printf(
                "LongFileIT: %d rows in %.1f s (%.0f/s), again in %.1f s; heap in use %.0f MB%n",
                ROWS, seconds(took), ROWS / seconds(took), seconds(tookAgain), heapInUse() / 1e6);

        Path slow = write("second", 8);
        List<Long> waited = new ArrayList<>();
        CompletableFuture<Void> upload = CompletableFuture.runAsync(() -> {
            try (Stream<String> receipts = send(slow, Files.size(slow) / (2 * seconds(took)))) {
                assertThat(receipts.count()).isEqualTo(ROWS);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        while (!upload.isDone()) {
            long began = System.nanoTime();
            postOne();
            waited.add(System.nanoTime() - began);
        }
        upload.join();
        System.out.printf(
                "LongFileIT: beside a file at half speed %d posts of another college, the slowest %.0f ms%n",
                waited.size(), waited.stream().mapToLong(Long::longValue).max().orElseThrow() / 1e6);
        assertThat(waited).hasSizeGreaterThan(5);
    }

    /** One in a hundred repeats an earlier row, one in a hundred has an unknown learner, one in a thousand is broken. */
    private Path write(String name, long seed) throws IOException {
        Random random = new Random(seed);
        expected.clear();
        StringBuilder csv = new StringBuilder(HEADER);
        List<String> accepted = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            double lot = random.nextDouble();
            Trainee trainee = TRAINEES.get(i % TRAINEES.size());
            String row = "%s,C%d,2026-05-15,A,%s-%d\n".formatted(trainee.learnerId(), i % 10, name, i);
            if (lot < 0.01 && !accepted.isEmpty()) {
                csv.append(accepted.get(random.nextInt(accepted.size())));
                expected.add("DUPLICATE");
            } else if (lot < 0.02) {
                csv.append("nobody-").append(i).append(row.substring(row.indexOf(',')));
                expected.add("PARKED");
            } else if (lot < 0.021) {
                csv.append(row.replace("2026-05-15", i % 2 == 0 ? "15.05.2026" : "\"2026-05-15"));
                expected.add("REJECTED");
            } else {
                csv.append(row);
                expected.add("ACCEPTED");
                if (accepted.size() < 1000) {
                    accepted.add(row);
                }
            }
        }
        return Files.writeString(Path.of("target", name + ".csv"), csv);
    }

    private static Duration sendAndCompare(Path file, List<String> statuses) throws IOException {
        long began = System.nanoTime();
        try (Stream<String> receipts = send(file, Double.MAX_VALUE)) {
            Iterator<String> next = receipts.iterator();
            for (int row = 1; row <= ROWS; row++) {
                JsonNode receipt = Cohort.JSON.readTree(next.next());
                assertThat(receipt.path("row").asInt()).isEqualTo(row);
                assertThat(receipt.path("status").asText()).as("row " + row).isEqualTo(statuses.get(row - 1));
            }
            assertThat(next.hasNext()).isFalse();
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static Stream<String> send(Path file, double bytesPerSecond) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        running.platform().ports().address(Service.PLAN) + "/api/v1/course-completions/stream"))
                .header("Authorization", "Bearer " + running.clients().tokens().college(college.id()))
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Paced(file, bytesPerSecond)))
                .build();
        try {
            HttpResponse<Stream<String>> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void postOne() {
        JsonNode receipt = other.api()
                .send(
                        "POST",
                        "/course-completions",
                        Cohort.JSON
                                .createObjectNode()
                                .put("learnerId", TRAINEES.get(0).learnerId())
                                .put("courseCode", "C1")
                                .put("completedOn", "2026-05-15")
                                .put("passed", true)
                                .put("sourceRecordId", UUID.randomUUID().toString()),
                        Map.of("Idempotency-Key", UUID.randomUUID().toString()))
                .orFail("POST /course-completions");
        assertThat(receipt.path("status").asText()).isEqualTo("ACCEPTED");
    }

    private static double heapInUse() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(running.platform().ports().managementAddress(Service.PLAN) + "/q/metrics"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes") && line.contains("area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static long count(String table) throws SQLException {
        try (Connection connection =
                        running.platform().postgres().superuser("plan").getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    /** A file that is read no faster than so many bytes per second. */
    private static final class Paced extends FilterInputStream {

        private final double bytesPerSecond;
        private final long began = System.nanoTime();
        private long read;

        Paced(Path file, double bytesPerSecond) {
            super(open(file));
            this.bytesPerSecond = bytesPerSecond;
        }

        private static InputStream open(Path file) {
            try {
                return Files.newInputStream(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            long due = (long) (read / bytesPerSecond * 1e9) - (System.nanoTime() - began);
            try {
                TimeUnit.NANOSECONDS.sleep(Math.max(0, due));
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            int part = super.read(into, from, Math.min(length, 16_384));
            read += Math.max(0, part);
            return part;
        }
    }
}
