package org.dualtraining.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.testkit.TopicClient;
import org.jspecify.annotations.Nullable;

/** The world of one test: an apprentice with a plan of three competencies, and what is said about them on the topics. */
public final class Facts {

    public static final String COMPLETED = "org.dualtraining.competency-completed.v1";
    public static final String CORRECTED = "org.dualtraining.competency-completion-corrected.v1";
    public static final String REVOKED = "org.dualtraining.competency-completion-revoked.v1";
    public static final String PLAN = "org.dualtraining.training-plan-changed.v1";
    public static final String RULE = "org.dualtraining.certification-rule-changed.v1";

    private static final ObjectMapper JSON = new ObjectMapper();

    public final UUID planId = UUID.randomUUID();
    public final UUID apprenticeId;
    public UUID employerId = UUID.randomUUID();
    public UUID frameworkId = UUID.randomUUID();
    public UUID certificationId = UUID.randomUUID();
    public List<UUID> competencies = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    public String status = "ACTIVE";
    public @Nullable String anticipated;
    private long version;

    public Facts() {
        this(UUID.randomUUID());
    }

    private Facts(UUID apprenticeId) {
        this.apprenticeId = apprenticeId;
    }

    /** A second apprentice of the same employer, framework and certification. */
    public Facts another() {
        return another(UUID.randomUUID());
    }

    /** Another plan of that apprentice, with the same employer, framework and certification. */
    public Facts another(UUID ofApprentice) {
        Facts other = new Facts(ofApprentice);
        other.employerId = employerId;
        other.frameworkId = frameworkId;
        other.certificationId = certificationId;
        other.competencies = competencies;
        return other;
    }

    public long nextVersion() {
        return ++version;
    }

    /** As after a restore of plan-service to an earlier time. */
    public void restartVersionsAt(long earlier) {
        version = earlier;
    }

    /** @param index 0 is taught as related instruction, 1 on the job, 2 is excluded from the plan */
    public Map<String, Object> competency(int index, long atVersion, String completedOn, @Nullable Integer rating) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("planId", planId);
        data.put("lineId", UUID.nameUUIDFromBytes((planId + "/" + index).getBytes(StandardCharsets.UTF_8)));
        data.put("apprenticeId", apprenticeId);
        data.put("competencyId", competencies.get(index));
        data.put("frameworkId", frameworkId);
        data.put("frameworkVersion", 1);
        data.put("delivery", index == 0 ? "RELATED_INSTRUCTION" : "ON_THE_JOB");
        data.put("basis", rating == null ? "COURSE_COMPLETION" : "SIGN_OFF");
        data.put("completedOn", completedOn);
        data.put("rating", rating);
        data.put("providerId", null);
        data.put("evidence", Map.of("kind", rating == null ? "COURSE_COMPLETION" : "SIGN_OFF", "reference", planId));
        data.put("epoch", 1);
        data.put("version", atVersion);
        data.put("recordedAt", Instant.now().toString());
        return data;
    }

    public Map<String, Object> plan(long atVersion) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int i = 0; i < competencies.size(); i++) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("lineId", UUID.nameUUIDFromBytes((planId + "/" + i).getBytes(StandardCharsets.UTF_8)));
            line.put("competencyId", competencies.get(i));
            line.put("competencyName", "Competency " + i);
            line.put("delivery", i == 0 ? "RELATED_INSTRUCTION" : "ON_THE_JOB");
            line.put("disposition", i == 2 ? "EXCLUDED" : "TRAIN");
            line.put("core", true);
            line.put("minimumRating", null);
            line.put("anticipatedCompletionDate", anticipated);
            lines.add(line);
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("planId", planId);
        data.put("apprenticeId", apprenticeId);
        data.put("employerId", employerId);
        data.put("employerName", "Lakeside Clinic");
        data.put("frameworkId", frameworkId);
        data.put("frameworkVersion", 1);
        data.put("frameworkTitle", "Electronic Health Records Specialists");
        data.put("occupationId", UUID.nameUUIDFromBytes(new byte[] {1}));
        data.put("occupationTitle", "Electronic Health Records Specialist");
        data.put("targetCertificationId", certificationId);
        data.put("status", status);
        data.put("lines", lines);
        data.put("epoch", 1);
        data.put("version", atVersion);
        data.put("recordedAt", Instant.now().toString());
        return data;
    }

    public Map<String, Object> rule(int ruleVersion, Object tree) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("certificationId", certificationId);
        data.put("name", "Certified Electronic Health Record Specialist");
        data.put("abbreviation", "CEHRS");
        data.put("frameworkId", frameworkId);
        data.put("ruleVersion", ruleVersion);
        data.put("rule", tree);
        data.put("ruleText", "both");
        data.put("recordedAt", Instant.now().toString());
        return data;
    }

    /** Both competencies that the plan trains. */
    public Map<String, Object> needsBoth() {
        return Map.of(
                "allOf", List.of(Map.of("competency", competencies.get(0)), Map.of("competency", competencies.get(1))));
    }

    public void sendCompletion(TopicClient kafka, int index) {
        sendCompetency(kafka, COMPLETED, competency(index, nextVersion(), "2026-05-15", null));
    }

    public void sendCompetency(TopicClient kafka, String type, Map<String, Object> data) {
        sendBinary(kafka, "competency-completed", apprenticeId, "/plan-service", type, UUID.randomUUID(), data);
    }

    public void sendPlan(TopicClient kafka) {
        sendBinary(
                kafka, "training-plan-changed", planId, "/plan-service", PLAN, UUID.randomUUID(), plan(nextVersion()));
    }

    public void sendRule(TopicClient kafka, int ruleVersion, Object tree) {
        sendBinary(
                kafka,
                "certification-rule-changed",
                certificationId,
                "/catalog-service",
                RULE,
                UUID.randomUUID(),
                rule(ruleVersion, tree));
    }

    /** What is said of the rule in a certain order, which is not that of its versions. */
    public void sendRule(TopicClient kafka, long revision, int ruleVersion, String name, Object tree) {
        Map<String, Object> data = rule(ruleVersion, tree);
        data.put("revision", revision);
        data.put("name", name);
        sendBinary(
                kafka,
                "certification-rule-changed",
                certificationId,
                "/catalog-service",
                RULE,
                UUID.randomUUID(),
                data);
    }

    public static void sendBinary(
            TopicClient kafka, String topic, UUID key, String source, String type, UUID id, Map<String, Object> data) {
        kafka.send(topic, key.toString(), headers(source, type, id, key), json(data));
    }

    public static Map<String, String> headers(String source, String type, UUID id, UUID key) {
        return Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                id.toString(),
                "ce_source",
                source,
                "ce_type",
                type,
                "ce_subject",
                key.toString(),
                "ce_time",
                "2026-05-16T14:03:11Z",
                "content-type",
                "application/json");
    }

    public static String structured(String source, String type, UUID id, UUID key, Map<String, Object> data) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("specversion", "1.0");
        envelope.put("id", id);
        envelope.put("source", source);
        envelope.put("type", type);
        envelope.put("subject", key);
        envelope.put("time", "2026-05-16T14:03:11Z");
        envelope.put("datacontenttype", "application/json");
        envelope.put("data", data);
        return json(envelope);
    }

    public static String json(Object data) {
        try {
            return JSON.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
