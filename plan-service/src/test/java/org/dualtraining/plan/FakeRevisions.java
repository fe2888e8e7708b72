package org.dualtraining.plan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A framework with three published versions, as the catalog tells of it. Version 1 has the competencies of
 * {@link FakeCatalog}; version 2 does to them all that a revision can do; version 3 ends a certification.
 */
final class FakeRevisions {

    static final UUID FRAMEWORK = UUID.fromString("5d2e3f40-5c6d-4e7f-9081-a2b3c4d5e6f7");
    static final UUID OTHER_CERTIFICATION = UUID.fromString("4e3f4051-6d7e-4f80-a192-b3c4d5e6f708");

    static final UUID REPLACEMENT = named("replacement of 5");
    static final UUID SPLIT_A = named("first part of 6");
    static final UUID SPLIT_B = named("second part of 6");
    static final UUID MERGED = named("12 and 13 in one");
    static final UUID NEW_ON_THE_JOB = named("new on the job");
    static final UUID NEW_OFF_FORM = named("new and not in the form");

    /** The one that is not core in version 1, and is in version 2. */
    static final int BECOMES_CORE = 11;

    private static final List<UUID> NEW = List.of(REPLACEMENT, SPLIT_A, SPLIT_B, MERGED, NEW_ON_THE_JOB, NEW_OFF_FORM);
    private static final List<UUID> INSTRUCTION_OF_2 = Stream.of(
                    ids(1, 0, 2, 3), List.of(REPLACEMENT, SPLIT_A, SPLIT_B), ids(7, 8, 9))
            .flatMap(List::stream)
            .toList();
    private static final List<UUID> ON_THE_JOB_OF_2 = Stream.of(
                    ids(10, BECOMES_CORE), List.of(MERGED, NEW_ON_THE_JOB), ids(14))
            .flatMap(List::stream)
            .toList();

    private FakeRevisions() {}

    static @Nullable String body(String path, @Nullable String query) {
        String framework = "/api/v1/frameworks/" + FRAMEWORK;
        if (path.equals(framework)) {
            return """
                    {"id":"%s","title":"Health Records","latestPublished":3,"occupation":{"id":"%s","title":"Recorder"},
                     "versions":[{"number":1,"publishedAt":"2026-01-01T00:00:00Z"},
                       {"number":2,"publishedAt":"2026-02-01T00:00:00Z"},{"number":3,"publishedAt":"2026-03-01T00:00:00Z"}]}
                    """.formatted(FRAMEWORK, FakeCatalog.OCCUPATION);
        }
        if (path.startsWith(framework + "/versions/")) {
            return version(path.charAt(path.length() - 1) - '0');
        }
        if (path.equals(framework + "/diff")) {
            return "from=2&to=3".equals(query) ? sameDiff() : diff();
        }
        return NEW.stream().anyMatch(id -> path.equals("/api/v1/competencies/" + id))
                ? "{\"id\":\"" + path.substring(path.lastIndexOf('/') + 1) + "\"}"
                : null;
    }

    private static String version(int number) {
        List<UUID> instruction = number == 1 ? ids(0, 1, 2, 3, 4, 5, 6, 7, 8, 9) : INSTRUCTION_OF_2;
        List<UUID> onTheJob = number == 1 ? ids(10, 11, 12, 13, 14) : ON_THE_JOB_OF_2;
        List<UUID> form = new ArrayList<>(instruction);
        form.addAll(onTheJob);
        List<UUID> offForm = number == 1 ? List.of() : List.of(NEW_OFF_FORM);
        List<UUID> taught = new ArrayList<>(instruction);
        taught.addAll(offForm);
        List<UUID> certifications =
                switch (number) {
                    case 1 -> List.of(FakeCatalog.CERTIFICATION);
                    case 2 -> List.of(FakeCatalog.CERTIFICATION, OTHER_CERTIFICATION);
                    default -> List.of(OTHER_CERTIFICATION);
                };
        return """
                {"number":%d,"sections":[
                  {"recommendedDelivery":"RELATED_INSTRUCTION","competencies":[%s]},
                  {"recommendedDelivery":"ON_THE_JOB","competencies":[%s]}],
                 "formOrder":[%s],"certifications":[%s]}
                """.formatted(
                        number,
                        competencies(taught, number),
                        competencies(onTheJob, number),
                        form.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(",")),
                        objects(certifications));
    }

    private static String diff() {
        return """
                {"kept":[%s],"reworded":[%s],"changed":[%s],"new":[%s],"notMentioned":[%s],"retired":[%s],
                 "replacedBy":[%s]}
                """.formatted(
                        objects(ids(0, 7, 8, 9, 10)),
                        objects(ids(1)),
                        objects(ids(2, BECOMES_CORE, 14)),
                        objects(NEW),
                        objects(ids(3)),
                        objects(ids(4, 5, 6, 12, 13)),
                        Stream.of(
                                        replacement(5, REPLACEMENT),
                                        replacement(6, SPLIT_A),
                                        replacement(6, SPLIT_B),
                                        replacement(12, MERGED),
                                        replacement(13, MERGED))
                                .collect(Collectors.joining(",")));
    }

    private static String sameDiff() {
        List<UUID> all = new ArrayList<>(INSTRUCTION_OF_2);
        all.addAll(ON_THE_JOB_OF_2);
        all.add(NEW_OFF_FORM);
        return """
                {"kept":[%s],"reworded":[],"changed":[],"new":[],"notMentioned":[],"retired":[],"replacedBy":[]}
                """.formatted(objects(all));
    }

    private static String competencies(List<UUID> ids, int version) {
        return ids.stream()
                .map(id -> "{\"id\":\"%s\",\"name\":\"%s\",\"definition\":\"d\",\"core\":%s}"
                        .formatted(id, name(id, version), isCore(id, version)))
                .collect(Collectors.joining(","));
    }

    private static String name(UUID id, int version) {
        int number = FakeCatalog.COMPETENCIES.indexOf(id);
        if (number < 0) {
            return "Newcomer " + NEW.indexOf(id);
        }
        return "Competency " + number + (version > 1 && number == 1 ? " in other words" : "");
    }

    private static boolean isCore(UUID id, int version) {
        int number = FakeCatalog.COMPETENCIES.indexOf(id);
        return version == 1 ? number != BECOMES_CORE : number != 14;
    }

    private static String replacement(int from, UUID to) {
        return "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(FakeCatalog.COMPETENCIES.get(from), to);
    }

    private static String objects(List<UUID> ids) {
        return ids.stream().map(id -> "{\"id\":\"" + id + "\",\"name\":\"n\"}").collect(Collectors.joining(","));
    }

    private static List<UUID> ids(Integer... numbers) {
        return Stream.of(numbers).map(FakeCatalog.COMPETENCIES::get).toList();
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
