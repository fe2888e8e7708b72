package org.dualtraining.plan.completion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.dualtraining.kit.problem.Malformed;
import org.dualtraining.kit.problem.Problem;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/**
 * One effect and one answer for a request that is sent any number of times under one key (guarantees R7 to R9). The key
 * is reserved in the transaction of the work: a twin waits for it, and what fails leaves nothing behind.
 */
@ApplicationScoped
class Idempotency {

    private final Jdbi jdbi;
    private final ObjectMapper json;

    @Inject
    Idempotency(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /**
     * @param party whose key it is
     * @param body what was asked, as read: records write their members in one order, so equal requests have equal hashes
     * @param work answers; what it throws instead is not kept, so that the same request may succeed later
     */
    @Transactional
    Response once(String party, String route, @Nullable String key, Record body, Supplier<Answer> work) {
        if (key == null || !key.matches("[\\x21-\\x7e]{1,200}")) {
            throw new Malformed("Idempotency-Key", "must be sent: 1 to 200 visible ASCII characters");
        }
        Request request = new Request(party, route, key, hash(body));
        return jdbi.withHandle(h -> {
            if (reserve(h, request)) {
                Answer answer = work.get();
                String text = write(answer.body());
                keep(h, request, answer.status(), text);
                return response(answer.status(), text);
            }
            return answerOfTwin(h, request);
        });
    }

    /** In small transactions, so that a backlog cannot run into the statement timeout. */
    @Scheduled(every = "1h", delayed = "1m")
    void forget() {
        int forgotten;
        do {
            forgotten = jdbi.withHandle(h -> h.execute("""
                    DELETE FROM idempotency WHERE (party, route, key) IN (
                        SELECT party, route, key FROM idempotency
                        WHERE created_at < now() - interval '72 hours' LIMIT 1000)
                    """));
        } while (forgotten > 0);
    }

    /**
     * In one round trip. The work may wait for others longer than a twin does: as long as a statement may take. It touches few
     * rows, each by a key: so a plan of a statement that is made once serves for ever, if it never reads a table whole.
     */
    private static boolean reserve(Handle h, Request request) {
        try {
            return h.createUpdate("""
                            SET LOCAL lock_timeout = '2s';
                            INSERT INTO idempotency (party, route, key, body_hash)
                            VALUES (:party, :route, :key, :bodyHash) ON CONFLICT DO NOTHING;
                            SET LOCAL lock_timeout TO DEFAULT;
                            SET LOCAL enable_seqscan = off;
                            SET LOCAL plan_cache_mode = force_generic_plan
                            """)
                    .bindMethods(request)
                    .execute((statement, context) -> hasInserted(statement.get()));
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof SQLException sql && "55P03".equals(sql.getSQLState())) {
                throw new TwinIsAtWork();
            }
            throw e;
        }
    }

    /** The insert is the second statement. */
    private static boolean hasInserted(PreparedStatement executed) throws SQLException {
        executed.getMoreResults();
        return executed.getUpdateCount() == 1;
    }

    private static Response answerOfTwin(Handle h, Request request) {
        return h.createQuery("""
                        SELECT body_hash, status, body FROM idempotency
                        WHERE party = :party AND route = :route AND key = :key
                        """)
                .bindMethods(request)
                .map((row, context) -> {
                    if (!row.getString(1).equals(request.bodyHash())) {
                        throw new IdempotencyKeyIsUsed();
                    }
                    return response(row.getInt(2), row.getString(3));
                })
                .one();
    }

    private static void keep(Handle h, Request request, int status, String body) {
        h.createUpdate("""
                        UPDATE idempotency SET status = :status, body = :body
                        WHERE party = :party AND route = :route AND key = :key
                        """)
                .bindMethods(request)
                .bind("status", status)
                .bind("body", body)
                .execute();
    }

    /** The text that is kept is the text that is sent, so that every answer is the same to the byte. */
    private static Response response(int status, String body) {
        String type = status < 400 ? MediaType.APPLICATION_JSON : Problem.MEDIA_TYPE;
        return Response.status(status).type(type).entity(body).build();
    }

    private String write(Record body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request or answer cannot be written as JSON", e);
        }
    }

    private String hash(Record body) {
        try {
            byte[] bytes = write(body).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What the work answers. */
    record Answer(int status, Record body) {}

    /** Public, or Jdbi does not see its members. */
    public record Request(String party, String route, String key, String bodyHash) {}
}
