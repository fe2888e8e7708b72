package org.dualtraining.catalog.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dualtraining.catalog.CatalogApi.CERTIFICATIONS;
import static org.dualtraining.catalog.CatalogApi.agency;
import static org.dualtraining.catalog.CatalogApi.college;
import static org.dualtraining.catalog.CatalogApi.imported;
import static org.dualtraining.catalog.CatalogApi.isProblem;
import static org.dualtraining.catalog.CatalogApi.newOccupation;
import static org.dualtraining.catalog.CatalogApi.smallModel;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dualtraining.catalog.WithServers;
import org.junit.jupiter.api.Test;

/** No certification may need itself through others: nobody could ever earn it. */
@QuarkusTest
@WithServers
class RuleCyclesTest {

    private static String newCertification() {
        UUID framework = imported(smallModel(newOccupation()));
        return college().get("/api/v1/certifications?framework=" + framework).path("items[0].id");
    }

    private static String tag(String certification) {
        return college().get(CERTIFICATIONS + certification).header("ETag");
    }

    private static Response need(String certification, String other, LocalDate from, String tag) {
        return agency().contentType("application/json")
                .header("If-Match", tag)
                .queryParam("effectiveFrom", from.toString())
                .body("{\"anyOf\":[{\"hours\":{\"delivery\":\"ON_THE_JOB\",\"minimum\":1}},{\"credential\":\"%s\"}]}"
                        .formatted(other))
                .put(CERTIFICATIONS + certification + "/rule");
    }

    private static Response need(String certification, String other, LocalDate from) {
        return need(certification, other, from, tag(certification));
    }

    private static Response need(String certification, String other) {
        return need(certification, other, LocalDate.now(ZoneOffset.UTC));
    }

    @Test
    void a_circle_of_two_or_three_certifications_is_refused_where_it_would_close() {
        String a = newCertification();
        String b = newCertification();
        String c = newCertification();
        need(a, b).then().statusCode(200);

        isProblem(need(b, a), 422).body("errors[0].pointer", equalTo("/anyOf/1/credential"));
        need(b, c).then().statusCode(200);
        isProblem(need(c, a), 422).body("errors[0].pointer", equalTo("/anyOf/1/credential"));
        isProblem(need(c, b), 422);
        isProblem(need(c, c), 422);

        college().get(CERTIFICATIONS + c).then().body("ruleVersions.size()", equalTo(0));
    }

    @Test
    void two_ways_to_one_certification_are_no_circle() {
        String a = newCertification();
        String b = newCertification();
        String c = newCertification();

        need(a, b).then().statusCode(200);
        need(c, a).then().statusCode(200);
        need(c, b).then().statusCode(200);
    }

    @Test
    void a_rule_that_is_still_to_come_closes_a_circle_and_one_that_was_replaced_does_not() {
        String a = newCertification();
        String b = newCertification();
        String c = newCertification();
        need(a, b, LocalDate.now(ZoneOffset.UTC).plusYears(1)).then().statusCode(200);
        isProblem(need(b, a), 422);

        need(a, c, LocalDate.now(ZoneOffset.UTC).plusYears(1)).then().statusCode(200);
        need(b, a).then().statusCode(200);
    }

    @Test
    void two_rules_that_are_entered_at_the_same_time_make_no_circle() throws InterruptedException, ExecutionException {
        ExecutorService callers = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 5; i++) {
                String a = newCertification();
                String b = newCertification();
                String tagOfA = tag(a);
                String tagOfB = tag(b);
                List<Future<Integer>> answers = new ArrayList<>();
                answers.add(callers.submit(
                        () -> need(a, b, LocalDate.now(ZoneOffset.UTC), tagOfA).statusCode()));
                answers.add(callers.submit(
                        () -> need(b, a, LocalDate.now(ZoneOffset.UTC), tagOfB).statusCode()));

                assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 422);
            }
        } finally {
            callers.shutdown();
        }
    }
}
