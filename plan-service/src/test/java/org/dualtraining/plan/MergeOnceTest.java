package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dualtraining.plan.Duplicate.apprentice;
import static org.dualtraining.plan.Duplicate.merge;
import static org.dualtraining.plan.Duplicate.signOff;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A merge can be tried before, is made once and by an agency, and ends the duplicate for good. */
@PlanServiceTest
class MergeOnceTest {

    @Inject
    Jdbi jdbi;

    @Test
    void a_dry_run_says_what_would_happen_and_changes_nothing() {
        Parties parties = new Parties();
        Duplicate duplicate = new Duplicate(parties);
        duplicate.activePlan();
        parties.map("A", 0);
        duplicate.post("r1", "A").then().statusCode(201);
        String before = everythingOf(parties.apprentice, duplicate.id);

        for (String misspelt : List.of("yes", "1", "True", "")) {
            Parties.agency()
                    .body(Map.of("duplicateId", duplicate.id, "reason", "same person"))
                    .post("/api/v1/apprentices/" + parties.apprentice + "/merge?dryRun=" + misspelt)
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("dryRun"));
        }
        Parties.agency()
                .body(Map.of("duplicateId", duplicate.id, "reason", "same person"))
                .post("/api/v1/apprentices/" + parties.apprentice + "/merge?dryRun=true")
                .then()
                .statusCode(200)
                .body("changed", equalTo(false))
                .body("completions", equalTo(1))
                .body("plans[0].isNew", equalTo(true));

        assertThat(everythingOf(parties.apprentice, duplicate.id)).isEqualTo(before);
        merge(parties.apprentice, duplicate.id).then().body("changed", equalTo(true));
    }

    @Test
    void a_merge_again_changes_nothing_and_in_circles_is_refused() {
        Parties parties = new Parties();
        Duplicate second = new Duplicate(parties);
        Duplicate third = new Duplicate(parties);
        merge(parties.apprentice, second.id).then().statusCode(200);
        String before = everythingOf(parties.apprentice, second.id);

        merge(parties.apprentice, second.id).then().statusCode(200).body("changed", equalTo(false));
        assertThat(everythingOf(parties.apprentice, second.id)).isEqualTo(before);
        merge(second.id, parties.apprentice).then().statusCode(409);
        merge(second.id, third.id).then().statusCode(409);
        merge(third.id, second.id).then().statusCode(409);
        merge(third.id, third.id).then().statusCode(422).body("errors[0].pointer", equalTo("/duplicateId"));
        merge(third.id, UUID.randomUUID()).then().statusCode(422);
        merge(UUID.randomUUID(), third.id).then().statusCode(404);
        // and on along the chain
        merge(third.id, parties.apprentice).then().statusCode(200).body("learnerIds", equalTo(2));
        apprentice(third.id).body("learnerIds", hasSize(3));
    }

    @Test
    void nothing_new_is_taken_for_a_merged_apprentice() {
        Parties parties = new Parties();
        Duplicate duplicate = new Duplicate(parties);
        UUID plan = duplicate.activePlan();
        merge(parties.apprentice, duplicate.id).then().statusCode(200);
        String path = "/api/v1/apprentices/" + duplicate.id;

        Parties.agency()
                .body(Map.of("providerId", parties.college, "learnerId", "new-one"))
                .post(path + "/learner-ids")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:dual-training:problem:apprentice-is-merged"));
        Parties.agency()
                .header("If-Match", Parties.agency().get(path).header("ETag"))
                .body(Map.<String, Object>of("name", "X", "employerId", parties.employer))
                .put(path)
                .then()
                .statusCode(409);
        signOff(parties, plan, 10, 4).then().statusCode(409);
        Parties.agency()
                .body(duplicate.newPlan())
                .post("/api/v1/training-plans")
                .then()
                .statusCode(409);
    }

    @Test
    void only_an_agency_merges() {
        Parties parties = new Parties();
        Duplicate duplicate = new Duplicate(parties);
        String path = "/api/v1/apprentices/" + parties.apprentice + "/merge";
        Map<String, Object> input = Map.of("duplicateId", duplicate.id, "reason", "same person");

        parties.asEmployer().body(input).post(path).then().statusCode(403);
        parties.asCollege().body(input).post(path).then().statusCode(403);
    }

    /** Rows of both to the letter, and all events of their plans. */
    private String everythingOf(UUID first, UUID second) {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT concat_ws('|',
                            (SELECT string_agg(a::text, ',' ORDER BY id) FROM apprentice a WHERE id IN (:a, :b)),
                            (SELECT string_agg(l::text, ',' ORDER BY learner_id) FROM learner_id l
                                WHERE apprentice_id IN (:a, :b)),
                            (SELECT string_agg(p::text, ',' ORDER BY id) FROM training_plan p
                                WHERE apprentice_id IN (:a, :b)),
                            (SELECT string_agg(e::text, ',' ORDER BY id) FROM evidence e WHERE apprentice_id IN (:a, :b)),
                            (SELECT string_agg(c::text, ',' ORDER BY id) FROM course_completion c
                                WHERE apprentice_id IN (:a, :b)),
                            (SELECT string_agg(c::text, ',' ORDER BY id) FROM apprentice_change c
                                WHERE apprentice_id IN (:a, :b)),
                            (SELECT string_agg(o.id::text, ',' ORDER BY o.id) FROM outbox o
                                JOIN training_plan p ON p.id = o.aggregate_id WHERE p.apprentice_id IN (:a, :b)))
                        """)
                .bind("a", first)
                .bind("b", second)
                .mapTo(String.class)
                .one());
    }
}
