package org.dualtraining.progress.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.progress.Door;
import org.dualtraining.progress.Facts;
import org.dualtraining.testkit.TopicClient;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExportResourceTest {

    private static final String PATH = "/exports/progress.csv";

    private final Door door = new Door();
    private final Jdbi jdbi;

    ExportResourceTest(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Test
    void every_plan_is_one_row_and_no_name_runs() {
        Facts facts = new Facts();
        facts.anticipated = "2026-01-31";
        try (TopicClient kafka = Door.kafka()) {
            Map<String, Object> data = facts.plan(facts.nextVersion());
            data.put("employerName", "@Lakeside");
            Facts.sendBinary(
                    kafka, "training-plan-changed", facts.planId, "/plan-service", Facts.PLAN, UUID.randomUUID(), data);
            facts.sendCompletion(kafka, 0);
        }
        door.progressWhen(facts.planId, plan -> plan.getInt("credited") == 1);
        // more than one page of them
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO plan (plan_id, apprentice_id, employer_id, employer_name, framework_id, framework_version,
                                  framework_title, occupation_id, occupation_title, target_certification_id, status, epoch,
                                  version, recorded_at, is_primary)
                SELECT id, id, id, 'Export', id, 1, 'F', id, 'O', id, 'CANCELLED', 1, 1, now(), false
                FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, 1100)) AS many
                """));
        try {
            jdbi.useHandle(handle -> handle.execute("""
                    INSERT INTO plan_progress (plan_id, instruction_total, instruction_credited, job_total, job_credited,
                                               held, credited_days, revision, counted_at)
                    SELECT plan_id, 0, 0, 0, 0, 0, '{}', 1, now() FROM plan WHERE employer_name = 'Export'
                    """));

            Response file = door.get(door.tokens().agency(), PATH);

            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.contentType()).startsWith("text/csv");
            List<String> lines = file.asString().lines().toList();
            assertThat(lines.get(0)).startsWith("plan_id,apprentice_id,status,").endsWith(",as_of");
            List<String> ids =
                    lines.stream().skip(1).map(line -> line.substring(0, 36)).toList();
            assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(1_100);
            String row = lines.stream()
                    .filter(line -> line.startsWith(facts.planId.toString()))
                    .findFirst()
                    .orElseThrow();
            assertThat(row).contains(",'@Lakeside,").contains(",2,1,50.0,1,1,1,0,2026-05-15,1,,");
        } finally {
            jdbi.useHandle(handle -> handle.execute("""
                    WITH gone AS (DELETE FROM plan WHERE employer_name = 'Export' RETURNING plan_id)
                    DELETE FROM plan_progress USING gone WHERE plan_progress.plan_id = gone.plan_id
                    """));
        }
    }

    @Test
    void only_agencies_get_it() {
        for (String token : List.of(door.tokens().dashboard(), door.tokens().employer(UUID.randomUUID()))) {
            assertThat(door.get(token, PATH).statusCode()).isEqualTo(403);
        }
        assertThat(given().get("/api/v1" + PATH).statusCode()).isEqualTo(401);
    }
}
