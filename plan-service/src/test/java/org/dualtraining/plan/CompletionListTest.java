package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists of completions, narrowed and page by page. */
@PlanServiceTest
class CompletionListTest {

    private static final String PATH = "/api/v1/course-completions";

    private Parties one;
    private Parties other;
    private final String course = "X" + UUID.randomUUID();
    private final String learner = "L" + UUID.randomUUID();
    private final List<String> received = new ArrayList<>();

    /** In turns from two colleges: one course, and one learner id that both have given to somebody. */
    @BeforeEach
    void receive() {
        one = new Parties();
        other = new Parties();
        for (int i = 0; i < 6; i++) {
            Parties college = i % 2 == 0 ? one : other;
            Map<String, Object> completion = college.completion("r" + i, course);
            completion.put("learnerId", learner);
            received.add(college.post("k" + i, completion).path("completionId"));
            college.post("other" + i, college.completion("other" + i, "OTHER"));
        }
    }

    @Test
    void an_agency_pages_through_a_course_of_every_college_in_the_order_of_receipt() {
        for (int limit : List.of(1, 2, 4, 6, 200)) {
            assertThat(pages(Parties::agency, "courseCode=" + course, limit)).isEqualTo(received);
            assertThat(pages(Parties::agency, "learnerId=" + learner, limit)).isEqualTo(received);
            assertThat(pages(Parties::agency, "learnerId=" + learner + "&courseCode=" + course, limit))
                    .isEqualTo(received);
        }
        assertThat(pages(Parties::agency, "learnerId=" + learner + "&courseCode=OTHER", 2))
                .isEmpty();
    }

    @Test
    void a_college_pages_through_its_own_only() {
        List<String> own = List.of(received.get(0), received.get(2), received.get(4));

        assertThat(pages(one::asCollege, "courseCode=" + course, 2)).isEqualTo(own);
        assertThat(pages(one::asCollege, "learnerId=" + learner, 1)).isEqualTo(own);
        assertThat(pages(one::asCollege, "since=2020-01-01T00:00:00Z", 4))
                .hasSize(6)
                .containsAll(own);
    }

    @Test
    void since_begins_with_what_was_received_at_that_instant() {
        String since = Parties.agency().get(PATH + "/" + received.get(3)).path("receivedAt");

        assertThat(pages(Parties::agency, "courseCode=" + course + "&since=" + since, 2))
                .isEqualTo(received.subList(3, 6));
        assertThat(pages(one::asCollege, "courseCode=" + course + "&since=" + since, 2))
                .containsExactly(received.get(4));
        assertThat(pages(Parties::agency, "since=" + since, 200))
                .containsAll(received.subList(3, 6))
                .doesNotContainAnyElementsOf(received.subList(0, 3));
    }

    @Test
    void since_may_be_any_instant() {
        assertThat(pages(one::asCollege, "since=0001-01-01T00:00:00Z", 200)).hasSize(6);
        assertThat(pages(one::asCollege, "since=1970-01-01T00:00:00Z", 200)).hasSize(6);
        one.asCollege().get(PATH + "?since=9999-12-31T23:59:59Z").then().body("items", hasSize(0));
        one.asCollege()
                .queryParam("since", "+20000-01-01T00:00:00Z")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        one.asCollege()
                .queryParam("since", "-1000000000-01-01T00:00:00Z")
                .get(PATH)
                .then()
                .statusCode(400);
    }

    private static List<String> pages(Supplier<RequestSpecification> caller, String query, int limit) {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Response page = caller.get().get(PATH + "?limit=" + limit + "&" + query + cursor);
            page.then().statusCode(200);
            seen.addAll(page.<List<String>>path("items.id"));
            cursor = page.path("next") == null ? null : "&cursor=" + page.path("next");
        }
        return seen;
    }
}
