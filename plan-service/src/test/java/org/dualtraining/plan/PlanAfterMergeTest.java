package org.dualtraining.plan;

import static org.dualtraining.plan.Duplicate.merge;
import static org.dualtraining.plan.Duplicate.plan;
import static org.dualtraining.plan.Duplicate.signOff;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which plan goes on when both entries of a person have one, and for which employer. */
@PlanServiceTest
class PlanAfterMergeTest {

    @Test
    void of_two_plans_in_force_the_one_of_the_apprentice_that_stays_goes_on_with_the_credits_of_both() {
        Parties parties = new Parties();
        UUID own = parties.activePlan();
        Duplicate duplicate = new Duplicate(parties);
        UUID other = duplicate.activePlan();
        parties.map("A", 0);
        parties.map("B", 1);
        parties.post("k1", parties.completion("r1", "A")).then().statusCode(201);
        duplicate.post("r2", "B").then().statusCode(201);
        signOff(parties, other, 11, 3).then().statusCode(201);

        merge(parties.apprentice, duplicate.id)
                .then()
                .body("plans[0].goesOnIn", equalTo(own.toString()))
                .body("plans[0].isNew", equalTo(false));

        plan(own.toString())
                .then()
                .body("status", equalTo("ACTIVE"))
                .body(
                        "lines.findAll{it.state == 'CREDITED'}.competencyName",
                        contains("Competency 0", "Competency 1", "Competency 11"));
        plan(other.toString()).then().body("status", equalTo("CANCELLED"));
        // the sign-off is the survivor's now, and can be followed by a better one
        signOff(parties, own, 11, 4).then().statusCode(201);
        plan(own.toString()).then().body("lines[11].rating", equalTo(4));
    }

    @Test
    void a_plan_in_force_does_not_give_way_to_a_draft_and_a_draft_does() {
        Parties first = new Parties();
        UUID draft = first.draftPlan();
        Duplicate active = new Duplicate(first);
        active.activePlan();
        merge(first.apprentice, active.id).then().body("plans[0].isNew", equalTo(true));
        plan(draft.toString()).then().body("status", equalTo("DRAFT"));

        Parties second = new Parties();
        UUID inForce = second.activePlan();
        Duplicate drafted = new Duplicate(second);
        drafted.draftPlan();
        merge(second.apprentice, drafted.id).then().body("plans.goesOnIn", contains(inForce.toString()));
    }

    @Test
    void a_completed_plan_stays_completed_under_the_one_that_stays() {
        Parties parties = new Parties();
        parties.activePlan();
        Duplicate duplicate = new Duplicate(parties);
        UUID plan = duplicate.activePlan();
        parties.map("A", 0);
        duplicate.post("r1", "A").then().statusCode(201);
        Parties.agency()
                .post("/api/v1/training-plans/" + plan + "/completion")
                .then()
                .statusCode(200);

        String goesOn = merge(parties.apprentice, duplicate.id).path("plans[0].goesOnIn");

        plan(goesOn).then().body("status", equalTo("COMPLETED")).body("lines[0].state", equalTo("CREDITED"));
    }

    @Test
    void an_open_plan_with_another_employer_does_not_go_over_and_a_completed_one_stays_with_its_employer() {
        Parties parties = new Parties();
        Parties elsewhere = new Parties();
        UUID plan = elsewhere.activePlan();
        merge(parties.apprentice, elsewhere.apprentice)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:dual-training:problem:duplicate-trains-elsewhere"));
        plan(plan.toString()).then().body("status", equalTo("ACTIVE"));
        Parties.agency()
                .post("/api/v1/training-plans/" + plan + "/completion")
                .then()
                .statusCode(200);

        String goesOn = merge(parties.apprentice, elsewhere.apprentice).path("plans[0].goesOnIn");

        elsewhere.asEmployer().get("/api/v1/training-plans/" + goesOn).then().statusCode(200);
        elsewhere.asEmployer().get("/api/v1/training-plans/" + plan).then().statusCode(200);
        elsewhere
                .asEmployer()
                .get("/api/v1/apprentices/" + elsewhere.apprentice)
                .then()
                .statusCode(200);
        parties.asEmployer().get("/api/v1/training-plans/" + plan).then().statusCode(404);
    }

    @Test
    void an_open_plan_with_another_employer_does_not_give_way_to_one_that_is_there_either() {
        Parties parties = new Parties();
        parties.activePlan();
        Parties elsewhere = new Parties();
        UUID plan = elsewhere.activePlan();
        signOff(elsewhere, plan, 10, 4).then().statusCode(201);

        merge(parties.apprentice, elsewhere.apprentice)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:dual-training:problem:duplicate-trains-elsewhere"));

        plan(plan.toString()).then().body("status", equalTo("ACTIVE")).body("lines[10].state", equalTo("CREDITED"));
    }
}
