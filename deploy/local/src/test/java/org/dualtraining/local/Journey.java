package org.dualtraining.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dualtraining.local.Cohort.College;
import org.dualtraining.local.Cohort.Trainee;

/** One apprentice from an empty plan to an eligibility, a correction, and a revocation, with fixed dates. */
final class Journey {

    private static final List<String> BASICS = List.of(
            "Health Industry Fundamentals",
            "Healthcare Delivery Services",
            "Health Information",
            "Health Industry Ethics",
            "Laws and Regulations",
            "Worker Health and Safety");
    private static final List<String> INFORMATICS =
            List.of("Health Information Literacy and Skills", "Health Informatics Skills Using the EHR");
    private static final List<String> PRIVACY = List.of(
            "Privacy and Confidentiality of Health Information", "Health Information and Data Technical Security");
    private static final List<String> ON_THE_JOB = List.of(
            "Audit Patient Records",
            "Perform Basic Coding",
            "Process Release of Information (ROI)",
            "Collect Patient Demographic and Insurance Information",
            "Manage Patient Information");

    static final String NAME = "Journey Apprentice";

    private final ApiClients clients;
    private final PublishedSeed seed;
    private final Cohort cohort;
    private final ApiClient progress;
    private final College college;
    private final Trainee trainee;

    /** Makes the parties, the plan and the course mappings. */
    Journey(ApiClients clients, PublishedSeed seed) {
        this.clients = clients;
        this.seed = seed;
        this.cohort = new Cohort(clients, seed);
        this.progress = clients.agency(Service.PROGRESS);
        cohort.addEmployer("Journey Clinic");
        this.college = cohort.addCollege("Journey College");
        cohort.map(college, "BASICS", BASICS);
        cohort.map(college, "INFORMATICS", INFORMATICS);
        cohort.map(college, "PRIVACY", PRIVACY);
        this.trainee = cohort.addTrainee(NAME, 1);
    }

    UUID apprenticeId() {
        return trainee.id();
    }

    String learnerId() {
        return trainee.learnerId();
    }

    void becomeEligible() {
        awaitCredited(0);
        complete(completion("BASICS", 1, "2025-03-02"));
        awaitCredited(6);
        ArrayNode batch = Cohort.JSON.createArrayNode();
        batch.add(completion("INFORMATICS", 1, "2025-04-01"));
        batch.add(completion("PRIVACY", 1, "2025-04-15"));
        JsonNode receipts = send("/course-completions/batch", batch);
        assertThat(receipts.findValuesAsText("status")).containsExactly("ACCEPTED", "ACCEPTED");
        awaitCredited(10);
        for (String competency : ON_THE_JOB) {
            signOff(competency);
        }
        awaitCredited(15);
        awaitEligible(true);
    }

    private void signOff(String competency) {
        ObjectNode body = Cohort.JSON
                .createObjectNode()
                .put("rating", 3)
                .put("assessor", "Shift lead")
                .put("assessedOn", LocalDate.of(2025, 5, 4).toString());
        UUID line = trainee.line(seed.competency(competency));
        cohort.employerApi().post("/training-plans/" + trainee.planId() + "/lines/" + line + "/sign-offs", body);
    }

    /** The college finds that the course ended later: the same record in a higher version. Gives the completion's id. */
    String correct() {
        String completionId = complete(completion("PRIVACY", 2, "2025-05-20"))
                .path("completionId")
                .asText();
        Polling.until("the corrected date is seen", this::progressNow, answer -> line(answer, PRIVACY.get(0))
                .path("completedOn")
                .asText()
                .equals("2025-05-20"));
        awaitEligible(true);
        return completionId;
    }

    /** The credential as it travels. */
    String credential() {
        return progress.send(
                        "POST",
                        "/training-plans/" + trainee.planId() + "/credentials/" + seed.certification("CEHRS"),
                        null,
                        Map.of())
                .orFail("The credential")
                .path("credential")
                .asText();
    }

    void revoke(String completionId) {
        college.api()
                .post(
                        "/course-completions/" + completionId + "/revocation",
                        Cohort.JSON.createObjectNode().put("reason", "Entered for the wrong learner"));
        awaitEligible(false);
        awaitCredited(13);
    }

    private ObjectNode completion(String courseCode, int version, String completedOn) {
        return Cohort.JSON
                .createObjectNode()
                .put("learnerId", trainee.learnerId())
                .put("courseCode", courseCode)
                .put("completedOn", completedOn)
                .put("grade", "B+")
                .put("sourceRecordId", cohort.mark() + "-" + courseCode)
                .put("sourceRecordVersion", version);
    }

    private JsonNode complete(ObjectNode completion) {
        JsonNode receipt = send("/course-completions", completion);
        assertThat(receipt.path("status").asText()).isEqualTo("ACCEPTED");
        return receipt;
    }

    private JsonNode send(String path, JsonNode body) {
        return college.api()
                .send(
                        "POST",
                        path,
                        body,
                        Map.of("Idempotency-Key", UUID.randomUUID().toString()))
                .orFail(path);
    }

    private JsonNode progressNow() {
        return progress.send("GET", "/training-plans/" + trainee.planId() + "/progress", null, Map.of())
                .body();
    }

    private void awaitCredited(int expected) {
        Polling.until(
                expected + " lines are credited",
                this::progressNow,
                answer -> answer.path("credited").asInt(-1) == expected);
    }

    private void awaitEligible(boolean expected) {
        Polling.until(
                "eligible is " + expected,
                this::eligibilityNow,
                answer -> certification(answer, "CEHRS").path("eligible").asBoolean(!expected) == expected);
    }

    private JsonNode eligibilityNow() {
        return progress.get("/training-plans/" + trainee.planId() + "/eligibility");
    }

    private JsonNode certification(JsonNode eligibility, String abbreviation) {
        String id = seed.certification(abbreviation).toString();
        return elements(eligibility.path("certifications"))
                .filter(certification ->
                        certification.path("certificationId").asText().equals(id))
                .findFirst()
                .orElseGet(() -> Cohort.JSON.missingNode());
    }

    private static JsonNode line(JsonNode progress, String competency) {
        return elements(progress.path("lines"))
                .filter(line -> line.path("competencyName").asText().equals(competency))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** What two journeys must have in common: everything but ids and times of recording. */
    JsonNode endState() {
        ObjectNode state = Cohort.JSON.createObjectNode();
        JsonNode now = progressNow();
        for (String member : List.of("total", "credited", "percent", "byDelivery")) {
            state.set(member, now.path(member));
        }
        ArrayNode lines = state.putArray("lines");
        now.path("lines").forEach(line -> lines.addObject()
                .put("competency", line.path("competencyName").asText())
                .put("state", line.path("state").asText())
                .put("completedOn", line.path("completedOn").asText()));
        ArrayNode planLines = state.putArray("planLines");
        clients.agency(Service.PLAN)
                .get("/training-plans/" + trainee.planId())
                .path("lines")
                .forEach(line -> planLines.add(line.path("competencyName").asText() + " "
                        + line.path("state").asText()));
        JsonNode eligibility = eligibilityNow();
        ObjectNode certifications = state.putObject("certifications");
        for (String abbreviation : seed.certifications().keySet()) {
            JsonNode certification = certification(eligibility, abbreviation);
            certifications
                    .putObject(abbreviation)
                    .put("eligible", certification.path("eligible").asText())
                    .put("since", certification.path("since").asText())
                    .put("tree", tree(certification.path("explanation")));
        }
        return state;
    }

    private static String tree(JsonNode node) {
        StringBuilder text = new StringBuilder(node.path("status").asText())
                .append(' ')
                .append(node.path("node").asText())
                .append(" with ")
                .append(node.path("eventIds").size());
        node.path("children")
                .forEach(child -> text.append(" (").append(tree(child)).append(')'));
        return text.toString();
    }

    List<String> formOrder() {
        return elements(progressNow().path("lines"))
                .map(line -> line.path("competencyName").asText())
                .toList();
    }
}
