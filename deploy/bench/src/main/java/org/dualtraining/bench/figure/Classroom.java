package org.dualtraining.bench.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dualtraining.local.Cohort;
import org.dualtraining.local.Cohort.College;
import org.dualtraining.local.Cohort.Trainee;
import org.dualtraining.local.Service;

/**
 * Apprentices made through the public API, with ten courses each that nobody has completed yet: what there is to post. Each
 * number of a post stands for another completion; consecutive ones are of different apprentices.
 */
final class Classroom {

    private static final int COURSES = 10;

    private final List<Trainee> trainees;
    private final String token;
    private final String url;
    private final String mark;

    Classroom(Bench bench, int apprentices) {
        Cohort cohort = new Cohort(bench.platform().clients(), bench.seed());
        cohort.addEmployer("Bench Clinic");
        College college = cohort.addCollege("Bench College");
        List<String> competencies = new ArrayList<>(bench.seed().competencies().keySet());
        for (int i = 0; i < COURSES; i++) {
            cohort.map(college, "C" + i, List.of(competencies.get(i)));
        }
        bench.say("Making " + apprentices + " apprentices with plans through the API ...");
        for (int i = 0; i < apprentices; i++) {
            cohort.addTrainee("Bench Apprentice " + i, i);
        }
        trainees = List.copyOf(cohort.trainees());
        mark = cohort.mark();
        token = bench.platform().platform().identity().tokens().college(college.id());
        url = bench.platform().platform().ports().address(Service.PLAN) + "/api/v1/course-completions";
    }

    int posts() {
        return trainees.size() * COURSES;
    }

    int trainees() {
        return trainees.size();
    }

    HttpRequest post(int number) {
        return HttpLoad.request(url, token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(completion(number).toString()))
                .build();
    }

    ObjectNode completion(int number) {
        return Cohort.JSON
                .createObjectNode()
                .put("learnerId", trainee(number).learnerId())
                .put("courseCode", "C" + number / trainees.size())
                .put("completedOn", "2025-05-15")
                .put("grade", "B+")
                .put("sourceRecordId", mark + "-" + number);
    }

    Trainee trainee(int number) {
        return trainees.get(number % trainees.size());
    }

    /** How many credits the plan has when this post counts and all before it do. */
    int creditsAfter(int number) {
        return number / trainees.size() + 1;
    }
}
