package org.dualtraining.bench.chaos;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.dualtraining.bench.load.Curriculum;
import org.dualtraining.bench.load.Curriculum.Kind;
import org.dualtraining.bench.load.Event;
import org.jspecify.annotations.Nullable;

/**
 * Completions, corrections and revocations of some hundred apprentices by chance, and what follows from them by the simplest
 * of models: the last word on each competency counts. Every twentieth event is sent twice.
 */
final class Story {

    /** The competency of the touchy certification: every third event is about it. */
    private static final int TOUCHY_LINE = 0;

    private static final UUID TOUCHY = new UUID(0xc4a05, 1);
    private static final LocalDate BEGIN = LocalDate.of(2025, 2, 3);

    private final Curriculum curriculum;
    private final Random random;
    private final int apprentices;
    private final Map<Place, Word> latest = new HashMap<>();
    private final long[] versions;
    private int told;

    Story(Curriculum curriculum, Random random, int apprentices) {
        this.curriculum = curriculum;
        this.random = random;
        this.apprentices = apprentices;
        this.versions = new long[apprentices];
    }

    /** A competency of a plan. */
    record Place(int plan, int line) {}

    /** The last word on it. */
    record Word(UUID eventId, Kind kind, LocalDate completedOn) {

        boolean isCredited() {
            return kind != Kind.REVOKED;
        }
    }

    /** The rule and the plans, which come first. */
    Stream<Event> beginning() {
        return Stream.concat(Stream.of(curriculum.touchyRule(TOUCHY, TOUCHY_LINE)), curriculum.plans(0, apprentices));
    }

    /** The next events, some of them twice. */
    List<Event> next(int number) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Event event = next();
            events.add(event);
            if (told % 20 == 0) {
                events.add(event);
            }
        }
        return events;
    }

    private Event next() {
        int plan = random.nextInt(apprentices);
        Place place = new Place(plan, random.nextInt(3) == 0 ? TOUCHY_LINE : random.nextInt(Curriculum.LINES));
        Word before = latest.get(place);
        Kind kind = kind(before);
        Word word = new Word(
                new UUID((random.nextLong() & ~0xf000L) | 0x4000L, (random.nextLong() & ~(3L << 62)) | Long.MIN_VALUE),
                kind,
                BEGIN.plusDays(random.nextInt(200)));
        latest.put(place, word);
        told++;
        return curriculum.fact(
                word.eventId(),
                plan,
                place.line(),
                kind,
                3 + versions[plan]++,
                word.completedOn(),
                before == null ? null : before.eventId());
    }

    private Kind kind(@Nullable Word before) {
        if (before == null || !before.isCredited()) {
            return Kind.COMPLETED;
        }
        return random.nextInt(3) == 0 ? Kind.CORRECTED : Kind.REVOKED;
    }

    /** Distinct events so far. */
    int told() {
        return told;
    }

    int apprentices() {
        return apprentices;
    }

    @Nullable
    Word latest(int plan, int line) {
        return latest.get(new Place(plan, line));
    }

    UUID touchyCertification() {
        return TOUCHY;
    }

    boolean isEligibleForTouchy(int plan) {
        Word word = latest(plan, TOUCHY_LINE);
        return word != null && word.isCredited();
    }
}
