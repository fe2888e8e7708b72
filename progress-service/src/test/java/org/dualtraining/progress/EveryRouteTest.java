package org.dualtraining.progress;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.dualtraining.testkit.ApiDocument;
import org.dualtraining.testkit.EveryRoute;
import org.junit.jupiter.api.Test;

/** What holds at each door of this service. */
@QuarkusTest
class EveryRouteTest {

    @Test
    void every_route_refuses_broken_tokens_but_what_verifiers_of_credentials_need() {
        EveryRoute.ofThisTestRun()
                .refuseBrokenTokensBut(Set.of(
                        "GET /api/v1/credential-issuer",
                        "GET /api/v1/credential-keys",
                        "GET /api/v1/credential-keys/{id}",
                        "GET /api/v1/credential-status/{list}"));
    }

    @Test
    void every_route_refuses_bad_bodies() {
        EveryRoute.ofThisTestRun().refuseBadBodies();
    }

    @Test
    void every_route_refuses_bad_parameters() {
        EveryRoute.ofThisTestRun().refuseBadParameters();
    }

    @Test
    void every_route_refuses_other_methods_and_media_types() {
        EveryRoute.ofThisTestRun().refuseOtherMethodsAndMediaTypes();
    }

    @Test
    void every_schema_is_named_after_what_it_is_of() {
        ApiDocument.ofThisTestRun().requireNamesOfSchemas();
    }

    @Test
    void every_operation_documents_its_refusals_and_where_to_look() {
        ApiDocument.ofThisTestRun().requireWholeAnswers();
    }
}
