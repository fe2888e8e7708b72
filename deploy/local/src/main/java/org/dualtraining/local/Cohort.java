package org.dualtraining.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An employer, two colleges and apprentices with plans: made new each time, through the public API. */
public final class Cohort {

    public static final ObjectMapper JSON = new ObjectMapper();

    /** Long enough ago that every course and sign-off of the demonstration lies in the plan's time. */
    private static final LocalDate MAPPINGS_SINCE = LocalDate.of(2020, 1, 1);

    private final ApiClients clients;
    private final PublishedSeed seed;
    private final String mark;
    private final ApiClient plan;
    private UUID employer = new UUID(0, 0);
    private final List<College> colleges = new ArrayList<>();
    private final List<Trainee> trainees = new ArrayList<>();

    public Cohort(ApiClients clients, PublishedSeed seed) {
        this.clients = clients;
        this.seed = seed;
        this.mark = UUID.randomUUID().toString().substring(0, 8);
        this.plan = clients.agency(Service.PLAN);
    }

    /** A college with its own client. */
    public record College(UUID id, String name, ApiClient api) {}

    /** An apprentice with the plan; the learner id is the same at both colleges. */
    public record Trainee(UUID id, String name, String learnerId, UUID planId, Map<UUID, UUID> linesByCompetency) {

        UUID line(UUID competencyId) {
            UUID line = linesByCompetency.get(competencyId);
            if (line == null) {
                throw new LauncherFailure("The plan " + planId + " has no line for the competency " + competencyId);
            }
            return line;
        }
    }

    public void addEmployer(String name) {
        employer = id(plan.post("/employers", JSON.createObjectNode().put("name", name + " " + mark)));
    }

    public College addCollege(String name) {
        ObjectNode input =
                JSON.createObjectNode().put("name", name + " " + mark).put("type", "COLLEGE");
        input.putArray("passGrades")
                .add("A")
                .add("A-")
                .add("B+")
                .add("B")
                .add("B-")
                .add("C+")
                .add("C")
                .add("P");
        UUID id = id(plan.post("/providers", input));
        College college = new College(id, name, clients.college(id));
        colleges.add(college);
        return college;
    }

    public void map(College college, String courseCode, List<String> competencies) {
        ObjectNode input = JSON.createObjectNode()
                .put("providerId", college.id().toString())
                .put("courseCode", courseCode)
                .put("validFrom", MAPPINGS_SINCE.toString());
        ArrayNode ids = input.putArray("competencyIds");
        competencies.forEach(name -> ids.add(seed.competency(name).toString()));
        college.api().post("/course-mappings", input);
    }

    public Trainee addTrainee(String name, int number) {
        String learnerId = "S" + mark + "-" + number;
        ObjectNode person = JSON.createObjectNode().put("name", name).put("employerId", employer.toString());
        ArrayNode learnerIds = person.putArray("learnerIds");
        colleges.forEach(college -> learnerIds
                .addObject()
                .put("providerId", college.id().toString())
                .put("learnerId", learnerId));
        UUID apprentice = id(plan.post("/apprentices", person));
        Trainee trainee = withActivePlan(apprentice, name, learnerId);
        trainees.add(trainee);
        return trainee;
    }

    private Trainee withActivePlan(UUID apprentice, String name, String learnerId) {
        JsonNode created = employerApi()
                .post(
                        "/training-plans",
                        JSON.createObjectNode()
                                .put("apprenticeId", apprentice.toString())
                                .put("frameworkId", seed.frameworkId().toString())
                                .put(
                                        "targetCertificationId",
                                        seed.certification("CEHRS").toString()));
        UUID planId = id(created);
        activate(planId);
        Map<UUID, UUID> lines = new HashMap<>();
        created.path("lines")
                .forEach(line ->
                        lines.put(UUID.fromString(line.path("competencyId").asText()), id(line)));
        return new Trainee(apprentice, name, learnerId, planId, lines);
    }

    /** The employer proposes, the agency approves. */
    private void activate(UUID planId) {
        String path = "/training-plans/" + planId;
        ApiClient proposing = employerApi();
        proposing.change("POST", path + "/activation", null, proposing.read(path));
        plan.change("POST", path + "/activation", null, plan.read(path));
    }

    public ApiClient employerApi() {
        return clients.employer(Service.PLAN, employer);
    }

    public UUID employer() {
        return employer;
    }

    public String mark() {
        return mark;
    }

    public PublishedSeed seed() {
        return seed;
    }

    public List<Trainee> trainees() {
        return trainees;
    }

    public static UUID id(JsonNode node) {
        return UUID.fromString(node.path("id").asText());
    }
}
