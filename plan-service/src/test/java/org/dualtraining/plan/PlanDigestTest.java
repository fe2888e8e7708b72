package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a reconciliation reads. */
@PlanServiceTest
class PlanDigestTest {

    private static final String DIGESTS = "/api/v1/training-plans/digests";

    @Test
    void a_digest_says_where_a_plan_and_each_line_stand_and_nothing_of_the_person() {
        Parties parties = new Parties("Kim Unmistakable");
        UUID plan = parties.activePlan();
        parties.map("HIMC1", 3);
        parties.post("digest-1", parties.completion("r1", "HIMC1")).then().statusCode(201);

        await().atMost(Duration.ofSeconds(20)).until(() -> isAnnounced(plan));

        Parties.agency()
                .queryParam("plan", plan)
                .queryParam("plan", UUID.randomUUID())
                .get(DIGESTS)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].planId", equalTo(plan.toString()))
                .body("items[0].version", equalTo(3))
                .body("items[0].status", equalTo("ACTIVE"))
                .body("items[0].employerId", equalTo(parties.employer.toString()))
                .body("items[0].lines", hasSize(15))
                .body(
                        "items[0].lines.findAll{it.state == 'CREDITED'}.competencyId",
                        contains(FakeCatalog.COMPETENCIES.get(3).toString()))
                .body("items[0].lines[3].completedOn", equalTo("2026-05-15"))
                .body(not(containsString("Unmistakable")))
                .body(not(containsString(parties.apprentice.toString())));
    }

    @Test
    void the_pages_show_each_plan_once() {
        Set<UUID> made = Set.of(new Parties().draftPlan(), new Parties().draftPlan(), new Parties().draftPlan());

        Set<UUID> seen = new HashSet<>();
        @Nullable String cursor = null;
        do {
            var request = Parties.agency().queryParam("limit", 200);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get(DIGESTS)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            List<String> ids = page.getList("items.planId");
            ids.forEach(id -> assertThat(seen.add(UUID.fromString(id))).isTrue());
            cursor = page.getString("next");
        } while (cursor != null);

        assertThat(seen).containsAll(made);
    }

    @Test
    void only_an_agency_reads_digests() {
        Parties parties = new Parties();

        parties.asEmployer().get(DIGESTS).then().statusCode(403);
        parties.asCollege().get(DIGESTS).then().statusCode(403);
    }

    private static boolean isAnnounced(UUID plan) {
        return Parties.agency().queryParam("plan", plan).get(DIGESTS).path("items[0].announced");
    }
}
