package org.dualtraining.progress.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.dualtraining.progress.Facts;
import org.dualtraining.progress.event.DeadLetterClass;
import org.jspecify.annotations.Nullable;

/**
 * A record that can never be applied. Wherever there is room in it for a text, there is a name in it.
 *
 * @param before what has to be known before it is poison
 */
record PoisonShape(
        String name,
        DeadLetterClass expected,
        List<ProducerRecord<byte[], byte[]>> before,
        ProducerRecord<byte[], byte[]> poison) {

    /** What must be found nowhere. */
    static final String NAME = "Zyxandra Quellmoor";

    static final String COMPETENCIES = "competency-completed";
    static final String PLANS = "training-plan-changed";
    static final String RULES = "certification-rule-changed";

    /** Jackson would not write a lone surrogate as it can stand in JSON. */
    private static final String HALF = "half a character";

    private static final String STRUCTURED = "application/cloudevents+json";

    /** Of new apprentices, plans and certifications each time. */
    static List<PoisonShape> all() {
        List<PoisonShape> shapes = new ArrayList<>();
        addBytes(shapes);
        addEnvelopes(shapes);
        addMembers(shapes);
        addContradictions(shapes);
        addPlans(shapes);
        addRules(shapes);
        return shapes;
    }

    private static void addBytes(List<PoisonShape> shapes) {
        shapes.add(value("no value", DeadLetterClass.UNDECODABLE, json -> null));
        shapes.add(value("an empty value", DeadLetterClass.UNDECODABLE, json -> ""));
        shapes.add(value("blanks", DeadLetterClass.UNDECODABLE, json -> "  \n "));
        shapes.add(value("no JSON", DeadLetterClass.UNDECODABLE, json -> NAME));
        shapes.add(value("truncated JSON", DeadLetterClass.UNDECODABLE, json -> json.substring(0, json.length() - 20)));
        shapes.add(value("trailing garbage", DeadLetterClass.UNDECODABLE, json -> json + " " + NAME));
        shapes.add(value("two documents", DeadLetterClass.UNDECODABLE, json -> json + json));
        shapes.add(value(
                "a duplicate member",
                DeadLetterClass.UNDECODABLE,
                json -> json.replace("\"epoch\":1", "\"epoch\":1,\"epoch\":2")));
        shapes.add(value(
                "a depth bomb",
                DeadLetterClass.UNDECODABLE,
                json -> "[".repeat(100_000) + "\"" + NAME + "\"" + "]".repeat(100_000)));
        shapes.add(value(
                "a megabyte", DeadLetterClass.TOO_LARGE, json -> "\"" + (NAME + " ").repeat(1_000_000 / 19) + "\""));
        shapes.add(value(
                "a number of forty digits",
                DeadLetterClass.UNDECODABLE,
                json -> json.replaceFirst("\"version\":\\d+", "\"version\":" + "9".repeat(40))));
        Facts facts = new Facts();
        byte[] notUtf8 = bytes(json(facts));
        notUtf8[indexOf(notUtf8, NAME)] = (byte) 0xC3;
        shapes.add(new PoisonShape(
                "a value that is not UTF-8",
                DeadLetterClass.UNDECODABLE,
                List.of(),
                toKafka(COMPETENCIES, bytes(facts.apprenticeId.toString()), notUtf8, headers(facts))));
    }

    private static void addEnvelopes(List<PoisonShape> shapes) {
        shapes.add(key("no key", DeadLetterClass.SCHEMA, null));
        shapes.add(key("a key that is not UTF-8", DeadLetterClass.UNDECODABLE, new byte[] {(byte) 0xC3, 0x28}));
        shapes.add(key("a name for a key", DeadLetterClass.FORGED, bytes(NAME)));
        shapes.add(header("no CloudEvents headers", DeadLetterClass.UNDECODABLE, "ce_specversion", null));
        shapes.add(header("another specversion", DeadLetterClass.SCHEMA, "ce_specversion", "0.3"));
        shapes.add(header("no id", DeadLetterClass.SCHEMA, "ce_id", null));
        shapes.add(header("an id that is no UUID", DeadLetterClass.SCHEMA, "ce_id", NAME));
        shapes.add(header("no source", DeadLetterClass.SCHEMA, "ce_source", null));
        shapes.add(header("a foreign source", DeadLetterClass.FORGED, "ce_source", "/" + NAME));
        shapes.add(header("no type", DeadLetterClass.SCHEMA, "ce_type", null));
        shapes.add(header("an unknown type", DeadLetterClass.UNKNOWN_TYPE, "ce_type", "org.dualtraining." + NAME));
        shapes.add(header("another subject", DeadLetterClass.FORGED, "ce_subject", NAME));
        shapes.add(structured("structured without data", DeadLetterClass.SCHEMA, envelope -> {
            envelope.remove("data");
            return envelope;
        }));
        shapes.add(structured("structured with a number for an id", DeadLetterClass.SCHEMA, envelope -> {
            envelope.put("id", 4711);
            return envelope;
        }));
        shapes.add(structured("structured with data in base64", DeadLetterClass.SCHEMA, envelope -> {
            envelope.put("data_base64", envelope.remove("data").toString());
            return envelope;
        }));
        Facts facts = new Facts();
        shapes.add(new PoisonShape(
                "structured in an array",
                DeadLetterClass.UNDECODABLE,
                List.of(),
                toKafka(
                        COMPETENCIES,
                        bytes(facts.apprenticeId.toString()),
                        bytes("[" + json(facts) + "]"),
                        Map.of("content-type", STRUCTURED))));
    }

    private static void addMembers(List<PoisonShape> shapes) {
        shapes.add(value("null for data", DeadLetterClass.SCHEMA, json -> "null"));
        shapes.add(value("an array for data", DeadLetterClass.SCHEMA, json -> "[" + json + "]"));
        for (String name : List.of("planId", "apprenticeId", "competencyId", "completedOn", "epoch", "version")) {
            shapes.add(member("no " + name, name, null));
            shapes.add(member("a name for " + name, name, NAME));
        }
        shapes.add(member("a number for planId", "planId", 4711));
        shapes.add(member("a text for version", "version", "7"));
        shapes.add(member("a fraction for version", "version", 7.5));
        shapes.add(member("an epoch below one", "epoch", 0));
        shapes.add(member("a version below zero", "version", -1));
        shapes.add(member("a version of zero", "version", 0));
        shapes.add(member("an unknown delivery", "delivery", "BY_OSMOSIS"));
        shapes.add(member("half a character for a delivery", "delivery", HALF));
        shapes.add(member("a day before 1900", "completedOn", "1899-12-31"));
        shapes.add(member("a day that is none", "completedOn", "2026-02-30"));
        shapes.add(member("a day of the year one million", "completedOn", "+1000000-01-01"));
        shapes.add(member("a rating above four", "rating", 5));
        shapes.add(member("a time without zone", "recordedAt", "2026-05-16T14:03:11"));
    }

    private static void addContradictions(List<PoisonShape> shapes) {
        Facts known = new Facts();
        Facts stranger = new Facts();
        Map<String, Object> data = stranger.competency(0, 5, "2026-05-15", null);
        data.put("planId", known.planId);
        shapes.add(new PoisonShape(
                "another apprentice's plan",
                DeadLetterClass.FORGED,
                List.of(plan(known, known.plan(1))),
                competency(stranger, Facts.COMPLETED, named(data))));

        Facts twice = new Facts();
        shapes.add(new PoisonShape(
                "the same version with other content",
                DeadLetterClass.CONFLICTING_VERSION,
                List.of(
                        plan(twice, twice.plan(1)),
                        competency(twice, Facts.COMPLETED, twice.competency(0, 2, "2026-05-15", null))),
                competency(twice, Facts.COMPLETED, named(twice.competency(0, 2, "2026-05-16", null)))));
    }

    private static void addPlans(List<PoisonShape> shapes) {
        Facts gone = new Facts();
        shapes.add(new PoisonShape(
                "a plan without value",
                DeadLetterClass.UNDECODABLE,
                List.of(),
                toKafka(PLANS, bytes(gone.planId.toString()), null, headers(gone))));
        shapes.add(plan("a plan with a text for lines", DeadLetterClass.SCHEMA, "lines", NAME));
        shapes.add(plan("a plan in an unknown state", DeadLetterClass.SCHEMA, "status", NAME));
        shapes.add(plan("a plan of an employer named with NUL", DeadLetterClass.SCHEMA, "employerName", NAME + "\0"));
        shapes.add(plan("a plan with half a character", DeadLetterClass.SCHEMA, "frameworkTitle", NAME + HALF));
        shapes.add(plan("a plan under another's key", DeadLetterClass.FORGED, "planId", UUID.randomUUID()));
        // of members that nobody reads: the database alone refuses them, in the history of snapshots
        shapes.add(plan("a plan with NUL in a member of the future", DeadLetterClass.UNPROCESSABLE, "x", NAME + "\0"));
        Facts twice = new Facts();
        Map<String, Object> other = twice.plan(1);
        other.put("status", "SUSPENDED");
        shapes.add(new PoisonShape(
                "the same version of a plan with other content",
                DeadLetterClass.CONFLICTING_VERSION,
                List.of(plan(twice, twice.plan(1))),
                plan(twice, named(other))));
    }

    private static void addRules(List<PoisonShape> shapes) {
        Map<String, Object> unknown = Map.of("competency", UUID.randomUUID().toString(), "unless", NAME);
        shapes.add(rule("a rule with an unknown member", unknown));
        shapes.add(rule("a rule of nothing", Map.of()));
        shapes.add(rule("a text for a rule", NAME));
        shapes.add(rule("a rule with a name for a competency", Map.of("competency", NAME)));
        Facts future = new Facts();
        Map<String, Object> data = future.rule(1, future.needsBoth());
        data.put("x", NAME + "\0");
        shapes.add(new PoisonShape(
                "a rule with NUL in a member of the future",
                DeadLetterClass.UNPROCESSABLE,
                List.of(),
                rule(future, data)));
        Facts foreign = new Facts();
        ProducerRecord<byte[], byte[]> ofPlanService = toKafka(
                RULES,
                bytes(foreign.certificationId.toString()),
                bytes(Facts.json(named(foreign.rule(1, foreign.needsBoth())))),
                Facts.headers("/plan-service", Facts.RULE, UUID.randomUUID(), foreign.certificationId));
        shapes.add(new PoisonShape("a rule of plan-service", DeadLetterClass.FORGED, List.of(), ofPlanService));
    }

    String topic() {
        return poison.topic();
    }

    /** What it must not delay. */
    ProducerRecord<byte[], byte[]> good(Facts behind) {
        return switch (topic()) {
            case PLANS -> plan(behind, behind.plan(1));
            case RULES -> rule(behind, behind.rule(1, behind.needsBoth()));
            default -> competency(behind, Facts.COMPLETED, behind.competency(0, 2, "2026-05-15", null));
        };
    }

    /** True when the good record is applied. */
    String visible() {
        return switch (topic()) {
            case PLANS -> "SELECT count(*) FROM plan WHERE plan_id = :plan";
            case RULES -> "SELECT count(*) FROM certification WHERE certification_id = :certification";
            default -> "SELECT count(*) FROM plan_progress WHERE plan_id = :plan AND instruction_credited = 1";
        };
    }

    static ProducerRecord<byte[], byte[]> plan(Facts facts, Map<String, Object> data) {
        return toKafka(
                PLANS,
                bytes(facts.planId.toString()),
                bytes(json(data)),
                Facts.headers("/plan-service", Facts.PLAN, UUID.randomUUID(), facts.planId));
    }

    static ProducerRecord<byte[], byte[]> competency(Facts facts, String type, Map<String, Object> data) {
        return toKafka(
                COMPETENCIES,
                bytes(facts.apprenticeId.toString()),
                bytes(json(data)),
                Facts.headers("/plan-service", type, UUID.randomUUID(), facts.apprenticeId));
    }

    private static ProducerRecord<byte[], byte[]> rule(Facts facts, Map<String, Object> data) {
        return toKafka(
                RULES,
                bytes(facts.certificationId.toString()),
                bytes(json(data)),
                Facts.headers("/catalog-service", Facts.RULE, UUID.randomUUID(), facts.certificationId));
    }

    private static PoisonShape value(String name, DeadLetterClass expected, Function<String, @Nullable String> change) {
        Facts facts = new Facts();
        String value = change.apply(json(facts));
        return new PoisonShape(
                name,
                expected,
                List.of(),
                toKafka(
                        COMPETENCIES,
                        bytes(facts.apprenticeId.toString()),
                        value == null ? null : bytes(value),
                        headers(facts)));
    }

    private static PoisonShape key(String name, DeadLetterClass expected, byte @Nullable [] key) {
        Facts facts = new Facts();
        Map<String, String> headers = headers(facts);
        headers.remove("ce_subject");
        return new PoisonShape(name, expected, List.of(), toKafka(COMPETENCIES, key, bytes(json(facts)), headers));
    }

    private static PoisonShape header(String name, DeadLetterClass expected, String header, @Nullable String value) {
        Facts facts = new Facts();
        Map<String, String> headers = headers(facts);
        if (value == null) {
            headers.remove(header);
        } else {
            headers.put(header, value);
        }
        return new PoisonShape(
                name,
                expected,
                List.of(),
                toKafka(COMPETENCIES, bytes(facts.apprenticeId.toString()), bytes(json(facts)), headers));
    }

    private static PoisonShape structured(
            String name, DeadLetterClass expected, UnaryOperator<Map<String, Object>> change) {
        Facts facts = new Facts();
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("specversion", "1.0");
        envelope.put("id", UUID.randomUUID());
        envelope.put("source", "/plan-service");
        envelope.put("type", Facts.COMPLETED);
        envelope.put("subject", facts.apprenticeId);
        envelope.put("data", named(facts.competency(0, 2, "2026-05-15", null)));
        return new PoisonShape(
                name,
                expected,
                List.of(),
                toKafka(
                        COMPETENCIES,
                        bytes(facts.apprenticeId.toString()),
                        bytes(Facts.json(change.apply(envelope))),
                        Map.of("content-type", STRUCTURED)));
    }

    private static PoisonShape member(String name, String member, @Nullable Object value) {
        Facts facts = new Facts();
        Map<String, Object> data = named(facts.competency(0, 2, "2026-05-15", null));
        data.put(member, value);
        return new PoisonShape(name, DeadLetterClass.SCHEMA, List.of(), competency(facts, Facts.COMPLETED, data));
    }

    private static PoisonShape plan(String name, DeadLetterClass expected, String member, Object value) {
        Facts facts = new Facts();
        Map<String, Object> data = named(facts.plan(1));
        data.put(member, value);
        return new PoisonShape(name, expected, List.of(), plan(facts, data));
    }

    private static PoisonShape rule(String name, Object tree) {
        Facts facts = new Facts();
        return new PoisonShape(name, DeadLetterClass.SCHEMA, List.of(), rule(facts, named(facts.rule(1, tree))));
    }

    private static String json(Facts facts) {
        return json(named(facts.competency(0, 2, "2026-05-15", null)));
    }

    private static String json(Object data) {
        return Facts.json(data).replace(HALF, "\\ud800");
    }

    private static Map<String, Object> named(Map<String, Object> data) {
        data.put("learnerName", NAME);
        return data;
    }

    private static Map<String, String> headers(Facts facts) {
        Map<String, String> headers =
                new HashMap<>(Facts.headers("/plan-service", Facts.COMPLETED, UUID.randomUUID(), facts.apprenticeId));
        headers.put("learner", NAME);
        return headers;
    }

    private static ProducerRecord<byte[], byte[]> toKafka(
            String topic, byte @Nullable [] key, byte @Nullable [] value, Map<String, String> headers) {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(topic, 0, key, value);
        headers.forEach((name, text) -> message.headers().add(name, bytes(text)));
        return message;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int indexOf(byte[] text, String part) {
        return new String(text, StandardCharsets.ISO_8859_1).indexOf(part);
    }
}
