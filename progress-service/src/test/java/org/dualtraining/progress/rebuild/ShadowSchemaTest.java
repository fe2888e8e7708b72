package org.dualtraining.progress.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dualtraining.progress.OwnServers;
import org.junit.jupiter.api.Test;

/** Of each table it is known what a rebuild does with it, and the new ones are made like the old. */
@QuarkusTest
@TestProfile(OwnServers.class)
class ShadowSchemaTest {

    @Inject
    RebuildDoor rebuilds;

    @Test
    void it_is_said_of_every_table_what_a_rebuild_does_with_it() {
        Map<String, Set<String>> treatments = Map.of(
                "KEPT",
                Set.of(
                        "change_key",
                        "flyway_schema_history",
                        "issued_credential",
                        "outbox_pruned",
                        "rebuild",
                        "reconciliation",
                        "service_epoch",
                        "small_group_secret"),
                "SILENT",
                Set.of("change", "outbox"),
                "SETTLED",
                Set.of("dead_letter"),
                "FACT",
                Set.of("certification_rule_fact", "credit_fact", "plan_fact"),
                "BOOKS",
                Set.of("inbox", "intake_ledger", "label", "later_outcome"),
                "DERIVED",
                Set.of(
                        "apprentice",
                        "certification",
                        "competency_figures",
                        "eligibility",
                        "eligibility_figures",
                        "parked_event",
                        "plan",
                        "plan_figures",
                        "plan_line",
                        "plan_progress",
                        "week_figures"));

        for (Map.Entry<String, Set<String>> treatment : treatments.entrySet()) {
            assertThat(tablesTreatedAs(treatment.getKey()))
                    .as("tables that a rebuild treats as " + treatment.getKey()
                            + ": a new one is named here, and in rebuild_treatment when it is derived from no topic")
                    .containsExactlyInAnyOrderElementsOf(treatment.getValue());
        }
    }

    @Test
    void the_tables_that_come_in_are_made_like_those_that_go_down_to_the_names_of_their_indexes() {
        List<String> before = structure();

        assertThat(rebuilds.run(false).getString("state")).isEqualTo("SWAPPED");

        assertThat(structure()).isEqualTo(before);
        assertThat(rebuilds.strings("SELECT viewname FROM pg_views WHERE schemaname = 'public'"))
                .as("a view would go on showing the tables that went")
                .isEmpty();
    }

    private List<String> tablesTreatedAs(String treatment) {
        return rebuilds.strings("""
                SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
                  AND rebuild_treatment(relname) = '%s'
                """.formatted(treatment));
    }

    /** Columns, constraints, indexes, triggers, storage and rights of all tables. */
    private List<String> structure() {
        return rebuilds.strings("""
                SELECT concat_ws(' ', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                    pg_get_expr(d.adbin, d.adrelid), a.attidentity)
                FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
                UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
                UNION ALL SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid))
                FROM pg_constraint WHERE connamespace = 'public'::regnamespace
                UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
                UNION ALL SELECT concat_ws(' ', relname, relkind, reloptions, relacl, relowner)
                FROM pg_class WHERE relnamespace = 'public'::regnamespace
                ORDER BY 1
                """);
    }
}
