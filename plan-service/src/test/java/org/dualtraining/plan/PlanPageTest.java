package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists of plans, each of which is listed whole. */
@PlanServiceTest
class PlanPageTest {

    @Inject
    Jdbi jdbi;

    private Parties parties;

    @BeforeEach
    void parties() {
        parties = new Parties();
    }

    @Test
    void a_page_ends_early_when_its_plans_have_too_many_lines_and_the_list_goes_on_complete() {
        List<UUID> plans = new ArrayList<>();
        for (int lines : List.of(2_000, 2_000, 2_000, 6_000, 0, 0)) {
            UUID plan = parties.draftPlan();
            addLines(plan, lines);
            plans.add(plan);
        }

        List<List<UUID>> pages = pages(50);

        assertThat(pages)
                .containsExactly(plans.subList(0, 2), plans.subList(2, 3), plans.subList(3, 4), plans.subList(4, 6));
    }

    @Test
    void a_page_of_small_plans_has_as_many_as_were_asked() {
        List<UUID> plans = List.of(parties.draftPlan(), parties.draftPlan(), parties.draftPlan(), parties.draftPlan());

        assertThat(pages(3)).containsExactly(plans.subList(0, 3), plans.subList(3, 4));
        assertThat(pages(2)).containsExactly(plans.subList(0, 2), plans.subList(2, 4));
        assertThat(pages(4)).containsExactly(plans);
    }

    private List<List<UUID>> pages(int limit) {
        List<List<UUID>> pages = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Response page = parties.asEmployer().get("/api/v1/training-plans?limit=" + limit + cursor);
            page.then().statusCode(200);
            pages.add(page.<List<String>>path("items.id").stream()
                    .map(UUID::fromString)
                    .toList());
            cursor = page.path("next") == null ? null : "&cursor=" + page.path("next");
        }
        return pages;
    }

    /** As an agency might have added them, one after the other. */
    private void addLines(UUID plan, int many) {
        jdbi.useHandle(h -> h.execute("""
                INSERT INTO plan_line (id, plan_id, ordinal, competency_id, competency_name, core, delivery, disposition)
                SELECT gen_random_uuid(), ?, 100 + n, gen_random_uuid(), 'Line ' || n, true, 'ON_THE_JOB', 'TRAIN'
                FROM generate_series(1, ?) AS n
                """, plan, many));
    }
}
