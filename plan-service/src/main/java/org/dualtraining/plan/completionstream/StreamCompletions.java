package org.dualtraining.plan.completionstream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dualtraining.kit.problem.DatabaseProblem;
import org.dualtraining.plan.completion.CompletionReceipt;
import org.dualtraining.plan.completion.CompletionRow;
import org.dualtraining.plan.completion.CompletionRows;
import org.dualtraining.plan.completion.RawRow;
import org.dualtraining.plan.completion.RecordCourseCompletions;
import org.dualtraining.plan.completionsource.CompletionSources;

/**
 * Stores the rows of a stream as they arrive, some hundreds in each transaction, and sends their receipts back once they
 * are stored. Nothing of a stream is kept in memory but the rows of one transaction.
 */
@ApplicationScoped
class StreamCompletions {

    private static final int AT_ONCE = 500;
    /** As JSON trees rows may need some thirty times their bytes. */
    private static final int MOST_BYTES = 256 << 10;

    private static final int TRIES = 30;

    private final CompletionRows completions;
    private final RecordCourseCompletions record;
    private final CompletionSources sources;

    @Inject
    StreamCompletions(CompletionRows completions, RecordCourseCompletions record, CompletionSources sources) {
        this.completions = completions;
        this.record = record;
        this.sources = sources;
    }

    void handle(Lines lines, Rows rows, ReceiptStream receipts) throws IOException {
        List<RawRow> waiting = new ArrayList<>();
        long stored = 0;
        // a slow sender sees its receipts before it sends more
        lines.beforeWaiting(() -> flush(waiting, receipts));
        for (RawRow row = rows.next(); row != null; row = rows.next()) {
            waiting.add(row);
            if (waiting.size() == AT_ONCE || lines.count() - stored > MOST_BYTES) {
                flush(waiting, receipts);
                stored = lines.count();
            }
        }
        flush(waiting, receipts);
        receipts.finish();
    }

    private void flush(List<RawRow> waiting, ReceiptStream receipts) throws IOException {
        if (!waiting.isEmpty()) {
            receipts.send(store(waiting));
            waiting.clear();
        }
    }

    /** A database that is away for a moment does not end a stream. */
    private List<CompletionReceipt> store(List<RawRow> raw) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                List<CompletionRow> rows = completions.many(raw);
                List<CompletionReceipt> receipts = record.handle(rows);
                sources.heardFrom(CompletionRow.providersOf(rows));
                return receipts;
            } catch (RuntimeException fault) {
                if (!DatabaseProblem.isPassing(fault) || tries == TRIES) {
                    throw fault;
                }
                pause();
            }
        }
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
