package org.dualtraining.plan.completion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.plan.completion.Schedule.Learner;
import org.dualtraining.plan.completion.Schedule.Mapping;
import org.dualtraining.plan.completion.Schedule.World;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Sets up the worlds of many schedules at once, and reads back what the service made of them. */
final class ScheduleDatabase {

    private final Jdbi jdbi;
    private final UUID employer = Ids.next();

    ScheduleDatabase(Jdbi jdbi) {
        this.jdbi = jdbi;
        jdbi.useHandle(h -> h.execute("INSERT INTO employer (id, name) VALUES (?, 'Lakeside Clinic')", employer));
    }

    void setUp(Collection<ScheduledRun> runs) {
        jdbi.useTransaction(h -> {
            insert(h, runs, """
                    INSERT INTO provider (id, name, type, pass_grades) VALUES (:id, 'College', 'COLLEGE', :grades)
                    """, (run, rows) -> {
                for (int i = 0; i < run.providers.size(); i++) {
                    rows.bind("id", run.providers.get(i))
                            .bindArray(
                                    "grades",
                                    String.class,
                                    run.schedule.world().passGrades().get(i))
                            .add();
                }
            });
            insert(
                    h,
                    runs,
                    "INSERT INTO apprentice (id, name, employer_id) VALUES (:id, 'Robin', :employer)",
                    (run, rows) -> run.apprentices.forEach(
                            id -> rows.bind("id", id).bind("employer", employer).add()));
            insert(h, runs, """
                    INSERT INTO training_plan (id, apprentice_id, employer_id, framework_id, framework_version,
                        framework_title, occupation_id, occupation_title, target_certification_id, status, created_at)
                    VALUES (:id, :apprentice, :employer, gen_random_uuid(), 1, 'F', gen_random_uuid(), 'O',
                        gen_random_uuid(), 'ACTIVE', now())
                    """, (run, rows) -> {
                for (int i = 0; i < run.plans.size(); i++) {
                    rows.bind("id", run.plans.get(i))
                            .bind("apprentice", run.apprentices.get(i))
                            .bind("employer", employer)
                            .add();
                }
            });
            insert(h, runs, """
                    INSERT INTO plan_line (id, plan_id, ordinal, competency_id, competency_name, core, delivery,
                        disposition, reason)
                    VALUES (gen_random_uuid(), :plan, :ordinal, :competency, 'C', true, 'RELATED_INSTRUCTION',
                        :disposition, 'R')
                    """, ScheduleDatabase::lines);
            insert(h, runs, LEARNER, (run, rows) -> {
                for (int i = 0; i < run.schedule.world().learners().size(); i++) {
                    if (run.schedule.world().learners().get(i).isKnown()) {
                        learner(run, i, rows);
                    }
                }
            });
            insert(h, runs, MAPPING, (run, rows) -> {
                for (int i = 0; i < run.mappings.size(); i++) {
                    if (run.schedule.world().mappings().get(i).isKnown()) {
                        mapping(run, i, rows);
                    }
                }
            });
        });
    }

    private static final String LEARNER = """
            INSERT INTO learner_id (provider_id, learner_id, apprentice_id) VALUES (:provider, :learner, :apprentice)
            ON CONFLICT DO NOTHING
            """;

    private static final String MAPPING = """
            INSERT INTO course_mapping (id, provider_id, course_code, competency_ids, valid_from, valid_to)
            VALUES (:id, :provider, :course, :competencies, :from, :to)
            """;

    private static void insert(
            Handle h, Collection<ScheduledRun> runs, String sql, BiConsumer<ScheduledRun, PreparedBatch> rows) {
        try (PreparedBatch batch = h.prepareBatch(sql)) {
            runs.forEach(run -> rows.accept(run, batch));
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }

    private static void lines(ScheduledRun run, PreparedBatch rows) {
        World world = run.schedule.world();
        for (UUID plan : run.plans) {
            for (int i = 0; i < run.competencies.size(); i++) {
                rows.bind("plan", plan)
                        .bind("ordinal", i)
                        .bind("competency", run.competencies.get(i))
                        .bind("disposition", world.dispositions().get(i))
                        .add();
            }
        }
    }

    private static void learner(ScheduledRun run, int index, PreparedBatch rows) {
        Learner learner = run.schedule.world().learners().get(index);
        rows.bind("provider", run.providers.get(learner.provider()))
                .bind("learner", "S" + index)
                .bind("apprentice", run.apprentices.get(learner.apprentice()))
                .add();
    }

    private static void mapping(ScheduledRun run, int index, PreparedBatch rows) {
        Mapping mapping = run.schedule.world().mappings().get(index);
        rows.bind("id", run.mappings.get(index))
                .bind("provider", run.providers.get(mapping.provider()))
                .bind("course", "C" + mapping.course())
                .bindArray(
                        "competencies",
                        UUID.class,
                        mapping.competencies().stream()
                                .map(run.competencies::get)
                                .toList())
                .bind("from", mapping.from())
                .bind("to", mapping.to())
                .add();
    }

    void enterLearner(ScheduledRun run, int learner) {
        jdbi.useHandle(h -> insert(h, List.of(run), LEARNER, (r, rows) -> learner(r, learner, rows)));
    }

    void enterMapping(ScheduledRun run, int mapping) {
        jdbi.useHandle(h -> insert(h, List.of(run), MAPPING, (r, rows) -> mapping(r, mapping, rows)));
    }

    void deleteMapping(ScheduledRun run, int mapping) {
        jdbi.useHandle(h -> h.execute("DELETE FROM course_mapping WHERE id = ?", run.mappings.get(mapping)));
    }

    void changePassGrades(ScheduledRun run, int provider, List<String> grades) {
        jdbi.useHandle(h -> h.createUpdate("UPDATE provider SET pass_grades = :grades WHERE id = :id")
                .bindArray("grades", String.class, grades)
                .bind("id", run.providers.get(provider))
                .execute());
    }

    /** The id of the last event there is. */
    long lastEvent() {
        return jdbi.withHandle(h -> h.createQuery("SELECT coalesce(max(id), 0) FROM outbox")
                .mapTo(Long.class)
                .one());
    }

    Map<UUID, List<StoredCompletion>> completionsByProvider(Collection<ScheduledRun> runs) {
        return jdbi.withHandle(h -> h
                .createQuery("""
                        SELECT provider_id, id, source_record_id, source_record_version, state, parked_reason, apprentice_id
                        FROM course_completion WHERE provider_id = ANY (:providers)
                        """)
                .bindArray("providers", UUID.class, ids(runs, run -> run.providers))
                .map((row, context) -> new StoredCompletion(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3) + "/v" + row.getLong(4),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, UUID.class)))
                .stream()
                .collect(Collectors.groupingBy(StoredCompletion::provider)));
    }

    Map<UUID, List<StoredLine>> linesByPlan(Collection<ScheduledRun> runs) {
        return jdbi.withHandle(h -> h
                .createQuery("""
                        SELECT l.plan_id, p.version, l.id, l.competency_id, l.state, l.credit_basis, l.credit_completed_on,
                            l.credit_provider_id, l.credit_reference, l.credit_event_id
                        FROM plan_line l JOIN training_plan p ON p.id = l.plan_id WHERE p.id = ANY (:plans)
                        """)
                .bindArray("plans", UUID.class, ids(runs, run -> run.plans))
                .map((row, context) -> new StoredLine(
                        row.getObject(1, UUID.class),
                        row.getLong(2),
                        row.getObject(3, UUID.class),
                        row.getObject(4, UUID.class),
                        row.getString(5),
                        credit(row, 6),
                        row.getObject(10, UUID.class)))
                .stream()
                .collect(Collectors.groupingBy(StoredLine::plan)));
    }

    /** The events after one, in the order in which they go out. */
    Map<UUID, List<StoredEvent>> eventsByPlan(long after) {
        return jdbi.withHandle(h -> h
                .createQuery("""
                        SELECT aggregate_id, aggregate_version, event_id, type, CAST(payload ->> 'lineId' AS uuid),
                            payload ->> 'basis', CAST(payload ->> 'completedOn' AS date),
                            CAST(payload ->> 'providerId' AS uuid), CAST(payload #>> '{evidence,reference}' AS uuid),
                            CAST(coalesce(payload ->> 'corrects', payload ->> 'revokes') AS uuid)
                        FROM outbox WHERE id > :after AND topic = 'competency-completed' ORDER BY id
                        """)
                .bind("after", after)
                .map((row, context) -> new StoredEvent(
                        row.getObject(1, UUID.class),
                        row.getLong(2),
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        row.getObject(5, UUID.class),
                        credit(row, 6),
                        row.getObject(10, UUID.class)))
                .stream()
                .collect(Collectors.groupingBy(StoredEvent::plan)));
    }

    /** Events of schedules are no news for the other tests that read the topic. */
    void withholdEvents(long after) {
        jdbi.useHandle(h -> h.execute("UPDATE outbox SET published_at = now() WHERE id > ?", after));
    }

    private static @Nullable StoredCredit credit(ResultSet row, int first) throws SQLException {
        String basis = row.getString(first);
        return basis == null
                ? null
                : new StoredCredit(
                        basis,
                        row.getObject(first + 1, LocalDate.class),
                        row.getObject(first + 2, UUID.class),
                        row.getObject(first + 3, UUID.class));
    }

    private static Object[] ids(Collection<ScheduledRun> runs, Function<ScheduledRun, List<UUID>> of) {
        return runs.stream().flatMap(run -> of.apply(run).stream()).toArray();
    }

    record StoredCompletion(
            UUID provider,
            UUID id,
            String recordAndVersion,
            String state,
            @Nullable String waitsFor,
            @Nullable UUID apprentice) {}

    record StoredCredit(String basis, LocalDate completedOn, UUID provider, UUID reference) {}

    record StoredLine(
            UUID plan,
            long planVersion,
            UUID id,
            UUID competency,
            String state,
            @Nullable StoredCredit credit,
            @Nullable UUID event) {}

    record StoredEvent(
            UUID plan,
            long version,
            UUID id,
            String type,
            UUID line,
            @Nullable StoredCredit credit,
            @Nullable UUID about) {}
}
