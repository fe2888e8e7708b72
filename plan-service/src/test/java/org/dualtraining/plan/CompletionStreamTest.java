package org.dualtraining.plan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Files of any length: a receipt per row, in order, while the rows are read (guarantees R10). */
@PlanServiceTest
class CompletionStreamTest {

    private static final String STREAM = "/api/v1/course-completions/stream";
    private static final String HEADER = "sourceRecordId;learnerId;courseCode;completedOn;grade\r\n";

    @Inject
    Jdbi jdbi;

    @Test
    void a_csv_file_gets_a_receipt_per_row_and_again_says_that_nothing_changed() {
        Parties parties = new Parties();
        parties.activePlan();
        parties.map("HIMC1", 0);
        String csv = HEADER
                + "r1;%s;HIMC1;2026-05-15;A\r\n".formatted(parties.learnerId)
                + "r2;Robin Doe;HIMC1;2026-05-15;A\r\n"
                + "r3;%s;UNMAPPED;2026-05-15;A\r\n".formatted(parties.learnerId)
                + "r4;%s;HIMC1;15.05.2026;A\r\n".formatted(parties.learnerId)
                + "r5;%s;HIMC1;2026-05-15;F\r\n".formatted(parties.learnerId)
                + "r6;\"%s;HIMC1;2026-05-15;A\r\n".formatted(parties.learnerId)
                + "r1;%s;HIMC1;2026-05-15;A\r\n".formatted(parties.learnerId)
                + "r7;%s;HIMC1;2026-05-16;\r\n".formatted(parties.learnerId);

        Response answer = csv(parties).body(csv).post(STREAM);

        assertThat(answer.statusCode()).isEqualTo(200);
        List<JsonPath> receipts = receipts(answer.asString());
        assertThat(receipts)
                .extracting(r -> r.getString("status"))
                .containsExactly(
                        "ACCEPTED", "PARKED", "PARKED", "REJECTED", "REJECTED", "REJECTED", "DUPLICATE", "REJECTED");
        assertThat(receipts).extracting(r -> r.getInt("row")).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(receipts.get(0).getList("credited"))
                .containsExactly(FakeCatalog.COMPETENCIES.get(0).toString());
        assertThat(receipts.get(3).getString("problem.errors[0].pointer")).isEqualTo("/completedOn");
        assertThat(receipts.get(4).getString("problem.errors[0].pointer")).isEqualTo("/grade");
        assertThat(answer.asString()).doesNotContain("Robin").doesNotContain(parties.learnerId);

        List<JsonPath> again = receipts(csv(parties).body(csv).post(STREAM).asString());
        assertThat(again)
                .extracting(r -> r.getString("status"))
                .containsExactly(
                        "DUPLICATE",
                        "DUPLICATE",
                        "DUPLICATE",
                        "REJECTED",
                        "REJECTED",
                        "REJECTED",
                        "DUPLICATE",
                        "REJECTED");
        assertThat(stored(parties)).isEqualTo(3);
    }

    @Test
    void lines_of_json_are_read_one_by_one() {
        Parties parties = new Parties();
        String good =
                "{\"sourceRecordId\":\"r%d\",\"learnerId\":\"S1\",\"courseCode\":\"C\",\"completedOn\":\"2026-05-15\",\"passed\":true}\n";
        String ndjson = good.formatted(1)
                + "\n"
                + "{\"learnerId\":\"S1\",\"learnerId\":\"S2\"}\n"
                + "{\"broken\n"
                + "[1]\n"
                + good.formatted(2)
                + good.formatted(3).strip();

        Response answer = parties.asCollege()
                .contentType("application/x-ndjson")
                .body(ndjson.getBytes(UTF_8))
                .post(STREAM);

        assertThat(receipts(answer.asString()))
                .extracting(r -> r.getString("status"))
                .containsExactly("PARKED", "REJECTED", "REJECTED", "REJECTED", "PARKED", "PARKED");
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_whole() {
        Parties parties = new Parties();

        csv(parties)
                .body("Robin Doe;C;2026-05-15\n")
                .post(STREAM)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem("/learnerId"))
                .body("", not(containsString("Robin")));
        csv(parties).body("").post(STREAM).then().statusCode(422);
        parties.asCollege()
                .contentType("text/csv; charset=utf-16")
                .body(HEADER.getBytes(UTF_16))
                .post(STREAM)
                .then()
                .statusCode(415);
        parties.asEmployer()
                .contentType("text/csv")
                .body(HEADER.getBytes(UTF_8))
                .post(STREAM)
                .then()
                .statusCode(403);
        csv(parties).body(HEADER).post(STREAM).then().statusCode(200).body(equalTo(""));
    }

    @Test
    void a_file_may_say_that_it_is_written_as_older_programs_do() {
        Parties parties = new Parties();

        parties.asCollege()
                .contentType("text/csv; charset=ISO-8859-1")
                .body((HEADER + "r1;S\u00fcd;C;2026-05-15;A").getBytes(ISO_8859_1))
                .post(STREAM)
                .then()
                .statusCode(200)
                .body(containsString("PARKED"));

        parties.asCollege()
                .queryParam("learnerId", "S\u00fcd")
                .get("/api/v1/course-completions")
                .then()
                .body("items.size()", equalTo(1));
    }

    @Test
    void a_receipt_comes_back_before_the_next_row_is_sent() throws IOException {
        Parties parties = new Parties();
        try (Chunked stream = new Chunked(parties)) {
            stream.send(HEADER + row(1));
            assertThat(stream.receipt().getInt("row")).isEqualTo(1);
            stream.send(row(2) + row(3));
            assertThat(stream.receipt().getInt("row")).isEqualTo(2);
            assertThat(stream.receipt().getInt("row")).isEqualTo(3);
            stream.end();
            assertThat(stream.line()).isNull();
        }
    }

    @Test
    void a_receipt_comes_back_also_when_the_length_was_announced() throws IOException {
        Parties parties = new Parties();
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("POST " + STREAM + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/csv\r\n"
                                    + "Authorization: Bearer " + Parties.TOKENS.college(parties.college)
                                    + "\r\nContent-Length: 100000\r\n\r\n" + HEADER + row(1))
                            .getBytes(UTF_8));
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            assertThat(in.lines().filter(line -> line.contains("\"row\":1")).findFirst())
                    .isPresent();
        }
    }

    @Test
    void a_sender_that_takes_no_receipt_before_the_end_still_gets_them_all() throws IOException {
        Parties parties = new Parties();
        int rows = 60_000;
        try (Chunked stream = new Chunked(parties)) {
            stream.send(HEADER);
            for (int from = 0; from < rows; from += 1000) {
                StringBuilder part = new StringBuilder();
                IntStream.range(from, from + 1000).forEach(i -> part.append(row(i % 3000)));
                stream.send(part.toString());
            }
            stream.end();
            for (int i = 1; i <= rows; i++) {
                assertThat(stream.line()).startsWith("{\"row\":" + i + ",");
            }
            assertThat(stream.line()).isNull();
        }
        assertThat(stored(parties)).isEqualTo(3000);
    }

    @Test
    void a_party_has_four_streams_at_a_time() throws IOException {
        Parties parties = new Parties();
        List<Chunked> open = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Chunked stream = new Chunked(parties);
            open.add(stream);
            stream.send(HEADER + row(i));
            stream.receipt();
        }

        csv(parties)
                .body(HEADER + row(9))
                .post(STREAM)
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", not(equalTo(null)));
        Parties others = new Parties();
        csv(others).body(HEADER + row(9)).post(STREAM).then().statusCode(200);

        for (Chunked stream : open) {
            stream.end();
            assertThat(stream.line()).isNull();
            stream.close();
        }
        csv(parties).body(HEADER + row(9)).post(STREAM).then().statusCode(200);
    }

    @Test
    void a_sender_that_goes_away_gives_its_place_back() throws IOException {
        Parties parties = new Parties();
        for (int i = 0; i < 4; i++) {
            try (Chunked stream = new Chunked(parties)) {
                stream.send(HEADER + row(i));
                stream.receipt();
                stream.send("r9;S9;C;2026-0");
            }
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> csv(parties).body(HEADER + row(9)).post(STREAM).statusCode() == 200);
        assertThat(stored(parties)).isEqualTo(5);
    }

    @Test
    void rows_that_are_no_rows_cost_no_memory() {
        Parties parties = new Parties();
        String row = "[" + "{},".repeat(5000) + "{}]\n";

        Response answer = parties.asCollege()
                .contentType("application/x-ndjson")
                .body(row.repeat(1000).getBytes(UTF_8))
                .post(STREAM);

        assertThat(answer.asString().lines()).hasSize(1000).allMatch(receipt -> receipt.contains("REJECTED"));
    }

    private static String row(int number) {
        return "r%d;S%d;C;2026-05-15;A\r\n".formatted(number, number);
    }

    private static RequestSpecification csv(Parties parties) {
        return parties.asCollege().contentType("text/csv; charset=UTF-8");
    }

    private static List<JsonPath> receipts(String ndjson) {
        return ndjson.lines().map(JsonPath::from).toList();
    }

    private long stored(Parties parties) {
        return jdbi.withHandle(h -> h.createQuery("SELECT count(*) FROM course_completion WHERE provider_id = ?")
                .bind(0, parties.college)
                .mapTo(Long.class)
                .one());
    }

    /** A connection on which a body goes out in chunks while the answer comes in. */
    private static final class Chunked implements AutoCloseable {

        private final Socket socket = new Socket("127.0.0.1", RestAssured.port);
        private final OutputStream out = socket.getOutputStream();
        private final BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        private boolean hasAnswer;
        private int left;

        Chunked(Parties parties) throws IOException {
            socket.setSoTimeout(20_000);
            out.write(("POST " + STREAM + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/csv\r\n"
                            + "Authorization: Bearer " + Parties.TOKENS.college(parties.college)
                            + "\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(UTF_8));
        }

        void send(String part) throws IOException {
            byte[] bytes = part.getBytes(UTF_8);
            out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(UTF_8));
            out.write(bytes);
            out.write("\r\n".getBytes(UTF_8));
            out.flush();
        }

        void end() throws IOException {
            out.write("0\r\n\r\n".getBytes(UTF_8));
            out.flush();
        }

        JsonPath receipt() throws IOException {
            return JsonPath.from(Objects.requireNonNull(line(), "the answer ended"));
        }

        /** The next receipt, or null when the answer has ended. */
        @Nullable
        String line() throws IOException {
            if (!hasAnswer) {
                assertThat(in.readLine()).contains(" 200 ");
                while (!in.readLine().isEmpty()) {
                    hasAnswer = true;
                }
            }
            StringBuilder text = new StringBuilder();
            for (int c = next(); c >= 0; c = next()) {
                if (c == '\n') {
                    return text.toString();
                }
                text.append((char) c);
            }
            return null;
        }

        /** The next character of the answer, whatever chunk it is in; -1 at the end. */
        private int next() throws IOException {
            if (left == 0) {
                String length = in.readLine();
                if (length.isEmpty()) {
                    length = in.readLine();
                }
                left = Integer.parseInt(length, 16);
                if (left == 0) {
                    return -1;
                }
            }
            left--;
            return in.read();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
