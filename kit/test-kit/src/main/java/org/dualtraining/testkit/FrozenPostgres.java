package org.dualtraining.testkit;

import java.util.stream.Stream;

/** A PostgreSQL that gets no processor, as a frozen machine would, until this is closed. */
public final class FrozenPostgres implements AutoCloseable {

    private final ProcessHandle postmaster;

    private FrozenPostgres(ProcessHandle postmaster) {
        this.postmaster = postmaster;
    }

    /** @param backend the process id of any of the server's sessions, as {@code pg_backend_pid()} says it */
    public static FrozenPostgres of(long backend) {
        ProcessHandle postmaster = ProcessHandle.of(backend)
                .flatMap(ProcessHandle::parent)
                .orElseThrow(() -> new IllegalStateException("no such session on this machine"));
        FrozenPostgres frozen = new FrozenPostgres(postmaster);
        frozen.signal("STOP");
        return frozen;
    }

    @Override
    public void close() {
        signal("CONT");
    }

    private void signal(String signal) {
        Stream.concat(Stream.of(postmaster), postmaster.descendants())
                .forEach(process -> Processes.signal(signal, process.pid()));
    }
}
