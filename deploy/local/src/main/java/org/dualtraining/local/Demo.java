package org.dualtraining.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.dualtraining.local.Cohort.College;
import org.dualtraining.local.Cohort.Trainee;

/**
 * The main job in plain sentences: a cohort goes from plan to eligibility, and loses one again by a revocation. Uses the
 * public APIs and tokens only; leaves what it made, and makes a new cohort each time.
 */
final class Demo {

    private static final List<String> NAMES = List.of(
            "Amina Yusuf",
            "Ben Larson",
            "Chia Vang",
            "Dana Olson",
            "Elena Ruiz",
            "Finn Berg",
            "Grace Kim",
            "Hawa Ali",
            "Isaac Nelson",
            "June Xiong");

    private static final String FUNDAMENTALS = "HIMC1110";
    private static final String INFORMATICS = "HIMC1250";
    private static final String PRIVACY = "HIT2040";

    private static final List<String> ON_THE_JOB = List.of(
            "Audit Patient Records",
            "Perform Basic Coding",
            "Process Release of Information (ROI)",
            "Collect Patient Demographic and Insurance Information",
            "Manage Patient Information");

    private final ApiClients clients;
    private final Consumer<String> out;
    private final ApiClient progress;

    Demo(ApiClients clients, Consumer<String> out) {
        this.clients = clients;
        this.out = out;
        this.progress = clients.agency(Service.PROGRESS);
    }

    void run() {
        out.accept("");
        out.accept("Demonstration: a cohort from plan to eligibility");
        Cohort cohort = new Cohort(clients, PublishedSeed.require(clients.agency(Service.CATALOG)));
        List<College> colleges = addPartiesAndCourses(cohort);
        for (int i = 0; i < NAMES.size(); i++) {
            cohort.addTrainee(NAMES.get(i), i + 1);
        }
        out.accept(
                "Ten apprentices got learner ids at both colleges and a plan of 15 lines each for CEHRS; the employer"
                        + " proposed the plans, the agency approved them.");
        String revocable = completeCourses(cohort, colleges.get(0), colleges.get(1));
        signOff(cohort);
        Trainee first = first(cohort);
        showEligibility(first, cohort);
        issueCredential(first, cohort);
        revoke(colleges.get(1), revocable, first, cohort);
        showDashboard(cohort);
    }

    private List<College> addPartiesAndCourses(Cohort cohort) {
        cohort.addEmployer("Lakeside Clinic");
        College north = cohort.addCollege("North Prairie College");
        College river = cohort.addCollege("River Bend College");
        cohort.map(
                north,
                FUNDAMENTALS,
                List.of(
                        "Health Industry Fundamentals",
                        "Healthcare Delivery Services",
                        "Health Information",
                        "Health Industry Ethics",
                        "Laws and Regulations",
                        "Worker Health and Safety"));
        cohort.map(
                north,
                INFORMATICS,
                List.of("Health Information Literacy and Skills", "Health Informatics Skills Using the EHR"));
        cohort.map(
                river,
                PRIVACY,
                List.of(
                        "Privacy and Confidentiality of Health Information",
                        "Health Information and Data Technical Security"));
        out.accept("The agency entered an employer and two colleges; the colleges said which courses teach which"
                + " competencies (cohort " + cohort.mark() + ").");
        return List.of(north, river);
    }

    /** Gives the id of the completion that is revoked later. */
    private String completeCourses(Cohort cohort, College north, College river) {
        Trainee first = first(cohort);
        showProgress(first, 0);

        ObjectNode fundamentals = completion(cohort, first, FUNDAMENTALS);
        String key = UUID.randomUUID().toString();
        JsonNode receipt = post(north, fundamentals, key);
        JsonNode repeated = post(north, fundamentals, key);
        out.accept(north.name() + " posted " + first.name() + "'s " + FUNDAMENTALS + ": "
                + receipt.path("credited").size()
                + " competencies credited. It sent the same once more with the same key "
                + (receipt.equals(repeated) ? "and got the same receipt." : "AND GOT ANOTHER RECEIPT."));
        showProgress(first, 6);

        batch(cohort, north, cohort.trainees().subList(1, 10), FUNDAMENTALS);
        batch(cohort, north, cohort.trainees().subList(0, 7), INFORMATICS);
        showProgress(first, 8);

        JsonNode last = post(
                river, completion(cohort, first, PRIVACY), UUID.randomUUID().toString());
        batch(cohort, river, cohort.trainees().subList(1, 5), PRIVACY);
        showProgress(first, 10);
        return last.path("completionId").asText();
    }

    private static ObjectNode completion(Cohort cohort, Trainee trainee, String courseCode) {
        return Cohort.JSON
                .createObjectNode()
                .put("learnerId", trainee.learnerId())
                .put("courseCode", courseCode)
                .put("completedOn", today().minusDays(30).toString())
                .put("grade", "B+")
                .put("sourceRecordId", cohort.mark() + "-" + trainee.learnerId() + "-" + courseCode)
                .put("sourceRecordVersion", 1);
    }

    private static JsonNode post(College college, ObjectNode completion, String key) {
        return college.api()
                .send("POST", "/course-completions", completion, Map.of("Idempotency-Key", key))
                .orFail("The course completion");
    }

    private void batch(Cohort cohort, College college, List<Trainee> trainees, String courseCode) {
        ArrayNode rows = Cohort.JSON.createArrayNode();
        trainees.forEach(trainee -> rows.add(completion(cohort, trainee, courseCode)));
        JsonNode receipts = college.api()
                .send(
                        "POST",
                        "/course-completions/batch",
                        rows,
                        Map.of("Idempotency-Key", UUID.randomUUID().toString()))
                .orFail("The batch");
        long accepted = receipts.findValuesAsText("status").stream()
                .filter("ACCEPTED"::equals)
                .count();
        out.accept(college.name() + " posted a batch of " + rows.size() + " completions of " + courseCode + ": "
                + accepted + " accepted.");
    }

    private void signOff(Cohort cohort) {
        ApiClient employer = cohort.employerApi();
        List<Trainee> trainees = cohort.trainees();
        for (int i = 0; i < 6; i++) {
            // the first has all five, each further one less
            for (String competency : ON_THE_JOB.subList(0, Math.max(1, ON_THE_JOB.size() - i))) {
                UUID line = trainees.get(i).line(cohort.seed().competency(competency));
                employer.post(
                        "/training-plans/" + trainees.get(i).planId() + "/lines/" + line + "/sign-offs",
                        Cohort.JSON
                                .createObjectNode()
                                .put("rating", 3 + i % 2)
                                .put("assessor", "Shift lead")
                                .put("assessedOn", today().minusDays(7).toString()));
            }
        }
        out.accept("The employer signed off on-the-job competencies of six apprentices, rated 3 or 4.");
        showProgress(trainees.get(0), 15);
    }

    private void showProgress(Trainee trainee, int credited) {
        JsonNode seen = Polling.until(
                trainee.name() + " has " + credited + " credited competencies",
                () -> progress.send("GET", "/training-plans/" + trainee.planId() + "/progress", null, Map.of())
                        .body(),
                answer -> answer.path("credited").asInt(-1) == credited);
        out.accept("  " + trainee.name() + ": " + credited + " of "
                + seen.path("total").asInt() + " competencies, " + bar(credited) + " "
                + Math.round(seen.path("percent").asDouble()) + " %");
    }

    private static String bar(int credited) {
        return "#".repeat(credited) + ".".repeat(15 - credited);
    }

    private void showEligibility(Trainee trainee, Cohort cohort) {
        JsonNode certification = awaitEligibility(trainee, cohort, true);
        out.accept("");
        out.accept(trainee.name() + " is eligible for "
                + certification.path("name").asText() + " since "
                + certification.path("since").asText() + ". Why (rule version "
                + certification.path("ruleVersion").asText() + ", an illustration to be confirmed by the agency):");
        ExplanationTree.lines(certification.path("explanation")).forEach(line -> out.accept("  " + line));
        out.accept("");
    }

    private void issueCredential(Trainee trainee, Cohort cohort) {
        JsonNode issued = progress.send(
                        "POST",
                        "/training-plans/" + trainee.planId() + "/credentials/"
                                + cohort.seed().certification("CEHRS"),
                        null,
                        Map.of())
                .orFail("The credential");
        out.accept("The agency issued " + trainee.name() + "'s credential, an Open Badge of "
                + issued.path("credential").asText().length() + " characters that anybody can verify: \""
                + issued.path("decoded").path("name").asText() + "\", "
                + issued.path("issued").path("status").asText() + ".");
        out.accept("");
    }

    private void revoke(College college, String completionId, Trainee trainee, Cohort cohort) {
        college.api()
                .post(
                        "/course-completions/" + completionId + "/revocation",
                        Cohort.JSON.createObjectNode().put("reason", "Entered for the wrong learner"));
        JsonNode certification = awaitEligibility(trainee, cohort, false);
        out.accept(college.name() + " revoked " + trainee.name() + "'s " + PRIVACY
                + ": no longer eligible. What is missing now:");
        ExplanationTree.unsatisfiedLeaves(certification.path("explanation"))
                .forEach(leaf -> out.accept("  [ ] " + leaf));
        String status = progress.get("/training-plans/" + trainee.planId() + "/credentials")
                .path("items")
                .path(0)
                .path("status")
                .asText();
        out.accept("Who looks up the credential now finds it " + status + ".");
        showProgress(trainee, 13);
    }

    private JsonNode awaitEligibility(Trainee trainee, Cohort cohort, boolean eligible) {
        String certificationId = cohort.seed().certification("CEHRS").toString();
        return Polling.until(
                trainee.name() + " is " + (eligible ? "" : "no longer ") + "eligible for CEHRS",
                () -> of(certificationId, progress.get("/training-plans/" + trainee.planId() + "/eligibility")),
                certification -> certification.path("eligible").asBoolean(!eligible) == eligible);
    }

    private static JsonNode of(String certificationId, JsonNode eligibility) {
        for (JsonNode certification : eligibility.path("certifications")) {
            if (certification.path("certificationId").asText().equals(certificationId)) {
                return certification;
            }
        }
        return eligibility.path("certifications").path(Integer.MAX_VALUE);
    }

    private void showDashboard(Cohort cohort) {
        out.accept("");
        out.accept("What the employer sees on its dashboard:");
        show(clients.employer(Service.PROGRESS, cohort.employer()).get("/dashboard/summary"));
        out.accept("What the role dashboard sees of all employers, without groups of fewer than ten:");
        show(clients.dashboard().get("/dashboard/summary"));
        out.accept("");
        out.accept("Everything stays to look at: employer " + cohort.employer() + ", "
                + first(cohort).name() + "'s plan " + first(cohort).planId() + ".");
    }

    private void show(JsonNode summary) {
        out.accept("  plans " + figure(summary.path("plans")) + ", apprentices "
                + figure(summary.path("apprentices")) + ", credited lines " + figure(summary.path("credits"))
                + ", on average " + figure(summary.path("averagePercent")) + " % complete");
        summary.path("eligibleByCertification")
                .forEach(certification -> out.accept("  eligible for "
                        + certification.path("name").asText() + ": " + figure(certification.path("eligible"))));
    }

    private static String figure(JsonNode value) {
        return value.isMissingNode() ? "not shown" : value.asText();
    }

    private static Trainee first(Cohort cohort) {
        return cohort.trainees().get(0);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
