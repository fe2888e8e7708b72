package org.dualtraining.progress.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The readers of this instance, with one clock that ticks for all of them. */
@ApplicationScoped
class Readers {

    private static final long TICK_MILLIS = 1_000;

    private final Vertx vertx;
    private final StreamSettings settings;
    /** Who was let in and has not gone; some of them do not read yet. Guarded by this. */
    private final Set<Place> taken = new HashSet<>();

    private final Set<Reader> present = ConcurrentHashMap.newKeySet();
    private volatile boolean isStopping;

    @Inject
    Readers(Vertx vertx, StreamSettings settings, MeterRegistry metrics) {
        this.vertx = vertx;
        this.settings = settings;
        metrics.gauge("stream.readers", Tags.empty(), present, Collection::size);
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(TICK_MILLIS, timer -> tick());
    }

    /** Before the service waits for requests under way: a stream would keep it waiting. */
    void endAll(@Observes ShutdownDelayInitiatedEvent event) {
        endAll();
    }

    void stop(@Observes ShutdownEvent event) {
        endAll();
    }

    boolean isEmpty() {
        return present.isEmpty();
    }

    /**
     * Lets in for whom there is room, or refuses before anything is done for one who may be refused. In one step, because
     * many come at once after a restart. The place is free again when the answer is over, however it ends.
     */
    synchronized void takePlace(Audience audience, Outlet outlet) {
        freePlaces();
        if (isStopping || taken.size() >= settings.maxReaders()) {
            throw new TooManyReaders();
        }
        long ofParty = taken.stream()
                .filter(place -> place.party().equals(audience.party()))
                .count();
        if (ofParty >= settings.maxReadersPerParty()) {
            throw new TooManyReadersOfParty();
        }
        taken.add(new Place(audience.party(), outlet));
    }

    /** Of one who has a place. */
    void add(Reader reader) {
        present.add(reader);
        if (isStopping) {
            reader.end();
        }
    }

    /** @return how many were told */
    int wake() {
        int told = 0;
        for (Reader reader : present) {
            // a dashboard is told what a second brought, at the next tick: it would read everything anew for each batch
            if (reader.audience().showsPeople()) {
                reader.wake();
                told++;
            }
        }
        return told;
    }

    private void endAll() {
        isStopping = true;
        present.forEach(Reader::end);
    }

    private synchronized void freePlaces() {
        taken.removeIf(place -> place.outlet().isClosed());
    }

    private void tick() {
        freePlaces();
        present.removeIf(Reader::isGone);
        present.forEach(reader -> reader.tick(settings));
    }

    private record Place(String party, Outlet outlet) {}
}
