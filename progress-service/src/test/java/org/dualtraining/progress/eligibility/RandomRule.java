package org.dualtraining.progress.eligibility;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.dualtraining.progress.event.Delivery;

/** Rules and evidence that a seed makes, within so few days and competencies that everything happens often. */
final class RandomRule {

    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    static final int DAYS = 130;
    private static final int COMPETENCIES = 5;

    private final Random random;

    RandomRule(long seed) {
        this.random = new Random(seed);
    }

    Requirement tree(int depth) {
        Requirement node = depth == 0 || random.nextInt(4) == 0 ? leaf() : parts(depth);
        return random.nextInt(5) == 0 ? new Requirement.Expiring(node, Period.ofDays(1 + random.nextInt(60))) : node;
    }

    private Requirement parts(int depth) {
        List<Requirement> parts = new ArrayList<>();
        int size = 1 + random.nextInt(4);
        for (int i = 0; i < size; i++) {
            parts.add(tree(depth - 1));
        }
        return new Requirement.Parts("parts", 1 + random.nextInt(size), parts);
    }

    private Requirement leaf() {
        return switch (random.nextInt(5)) {
            case 0 -> new Requirement.Hours(delivery(), 1 + random.nextInt(60));
            case 1 ->
                new Requirement.Credential(
                        credential(random.nextInt(2)),
                        random.nextBoolean() ? null : Period.ofDays(1 + random.nextInt(60)));
            default ->
                new Requirement.Competency(
                        competency(random.nextInt(COMPETENCIES)), random.nextBoolean() ? null : random.nextInt(5));
        };
    }

    Held evidence() {
        Map<UUID, HeldCredit> credits = new HashMap<>();
        for (int i = 0; i < COMPETENCIES; i++) {
            if (random.nextInt(3) > 0) {
                credits.put(competency(i), credit(i));
            }
        }
        List<Attested.Hours> hours = new ArrayList<>();
        for (int month = 1; month <= 4; month++) {
            for (Delivery delivery : Delivery.values()) {
                if (random.nextBoolean()) {
                    hours.add(new Attested.Hours(delivery, YearMonth.of(2026, month), random.nextInt(40)));
                }
            }
        }
        List<Attested.PriorCredential> awards = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            awards.add(award());
        }
        return new Held(credits, new Attested(new UUID(3, 0), hours, awards));
    }

    /** The same and something more; nothing that is there says less. */
    Held more(Held held) {
        Map<UUID, HeldCredit> credits = new HashMap<>(held.credits());
        List<Attested.Hours> hours = new ArrayList<>(held.attested().hours());
        List<Attested.PriorCredential> awards = new ArrayList<>(held.attested().credentials());
        switch (random.nextInt(3)) {
            case 0 -> {
                int number = random.nextInt(COMPETENCIES);
                credits.putIfAbsent(competency(number), credit(number));
            }
            case 1 -> hours.add(new Attested.Hours(delivery(), YearMonth.of(2026, 1 + random.nextInt(4)), 30));
            default -> awards.add(award());
        }
        return new Held(credits, new Attested(new UUID(3, 0), hours, awards));
    }

    private HeldCredit credit(int number) {
        return new HeldCredit(
                new UUID(0, 0),
                competency(number),
                random.nextBoolean() ? null : random.nextInt(5),
                day(),
                new UUID(2, number));
    }

    private Attested.PriorCredential award() {
        LocalDate on = day();
        return new Attested.PriorCredential(
                credential(random.nextInt(2)), on, random.nextBoolean() ? null : on.plusDays(1 + random.nextInt(60)));
    }

    private LocalDate day() {
        return FIRST.plusDays(random.nextInt(100));
    }

    private Delivery delivery() {
        return random.nextBoolean() ? Delivery.ON_THE_JOB : Delivery.RELATED_INSTRUCTION;
    }

    private static UUID competency(int number) {
        return new UUID(1, number);
    }

    private static UUID credential(int number) {
        return new UUID(4, number);
    }
}
