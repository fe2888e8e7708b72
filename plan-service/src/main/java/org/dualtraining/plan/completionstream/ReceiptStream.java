package org.dualtraining.plan.completionstream;

import com.fasterxml.jackson.databind.ObjectWriter;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dualtraining.plan.completion.CompletionReceipt;

/**
 * Receipts on their way back, one JSON object in each line. Many clients send all before they take anything: waiting for
 * them would be waiting for ever, so what they do not take at once waits on disk.
 */
final class ReceiptStream {

    /** Less than the output stream buffers, so that a piece is one write, which does not wait while the queue has room. */
    private static final int PIECE = 4 << 10;

    /** Above it a sender that takes nothing waits until it does: more than a million receipts. */
    private static final long MOST_WAITING = 256L << 20;

    private final OutputStream out;
    private final HttpServerResponse response;
    private final ObjectWriter json;
    private final Spool spool;

    ReceiptStream(OutputStream out, HttpServerResponse response, ObjectWriter json, Spool spool) {
        this.out = out;
        this.response = response;
        this.json = json;
        this.spool = spool;
    }

    void send(List<CompletionReceipt> receipts) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream(receipts.size() * 160);
        for (CompletionReceipt receipt : receipts) {
            lines.write(json.writeValueAsBytes(receipt));
            lines.write('\n');
        }
        spool.put(lines.toByteArray());
        while (!spool.isEmpty() && (!response.writeQueueFull() || spool.size() > MOST_WAITING)) {
            sendPiece();
        }
    }

    /** Sends what is left, at the pace of the one who takes it. */
    void finish() throws IOException {
        while (!spool.isEmpty()) {
            sendPiece();
        }
    }

    private void sendPiece() throws IOException {
        out.write(spool.take(PIECE));
        out.flush();
    }
}
