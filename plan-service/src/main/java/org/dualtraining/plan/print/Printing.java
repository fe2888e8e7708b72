package org.dualtraining.plan.print;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Makes documents of pages. What is laid out takes many times the page's size, so one is worked on at a time, and few wait,
 * because each keeps a thread from other work; whoever calls must hold no transaction meanwhile.
 */
@ApplicationScoped
public class Printing {

    private static final int LONGEST_WAIT_SECONDS = 20;

    private static final int MOST_WAITING = 4;

    private final Semaphore places = new Semaphore(1 + MOST_WAITING);
    private final Semaphore turn = new Semaphore(1, true);

    public byte[] pdf(String html) {
        return inTurn(() -> PdfPrinter.print(html));
    }

    public byte[] docx(String html) {
        return inTurn(() -> DocxPrinter.print(html));
    }

    byte[] inTurn(Supplier<byte[]> work) {
        if (!places.tryAcquire()) {
            throw new TooManyPrintings();
        }
        try {
            return next(work);
        } finally {
            places.release();
        }
    }

    private byte[] next(Supplier<byte[]> work) {
        try {
            if (!turn.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new TooManyPrintings();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooManyPrintings();
        }
        try {
            return work.get();
        } finally {
            turn.release();
        }
    }
}
