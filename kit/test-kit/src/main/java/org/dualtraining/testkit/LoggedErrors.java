package org.dualtraining.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the service under test logs as an error, from here until this is closed. */
public final class LoggedErrors extends Handler implements AutoCloseable {

    private final List<String> errors = new CopyOnWriteArrayList<>();

    private LoggedErrors() {}

    public static LoggedErrors begin() {
        LoggedErrors begun = new LoggedErrors();
        Logger.getLogger("").addHandler(begun);
        return begun;
    }

    public List<String> soFar() {
        return List.copyOf(errors);
    }

    @Override
    public void publish(LogRecord event) {
        if (event.getLevel().intValue() >= Level.SEVERE.intValue()) {
            errors.add(event.getLoggerName() + " " + event.getMessage() + " " + event.getThrown());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
