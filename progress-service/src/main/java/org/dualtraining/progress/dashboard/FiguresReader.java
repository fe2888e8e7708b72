package org.dualtraining.progress.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.dualtraining.kit.database.RecordMapper;
import org.dualtraining.progress.report.Question;
import org.dualtraining.progress.smallgroup.SecretOrder;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads the kept figures: rows of organisations and competencies, never one per plan or credit. */
@ApplicationScoped
class FiguresReader {

    private static final String ASKED = """
             AND (CAST(:occupation AS uuid) IS NULL OR occupation_id = :occupation)
             AND (CAST(:employer AS uuid) IS NULL OR employer_id = :employer)
             AND (CAST(:provider AS uuid) IS NULL OR provider_id = :provider)
            """;

    private final Jdbi jdbi;

    @Inject
    FiguresReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** By what figures are grouped. */
    enum By {
        EMPLOYER,
        OCCUPATION,
        PROVIDER
    }

    /** Of each status, of primary plans and of others; by provider also what is taught by none. */
    List<PlanRow> plans(Question question, Set<By> by) {
        String grain = by.contains(By.PROVIDER) || question.provider() != null ? "PROVIDER" : "PLAN";
        return rows(PlanRow.class, question, by, grain, """
                SELECT <employer> AS employer_id, <occupation> AS occupation_id, <provider> AS provider_id, status,
                       is_primary AS primary, sum(plans)::bigint AS plans, sum(with_credit)::bigint AS with_credit,
                       sum(complete)::bigint AS complete, sum(lines)::bigint AS lines,
                       sum(credited)::bigint AS credited, sum(millionths)::bigint AS millionths
                FROM plan_figures WHERE grain = :grain %s
                GROUP BY 1, 2, 3, status, is_primary HAVING sum(plans) <> 0
                """);
    }

    List<CompetencyRow> competencies(Question question, Set<By> by) {
        String grain = by.isEmpty() && question.isUnfiltered() ? "ALL" : "LINE";
        String primary = question.isOpen() ? "" : "AND is_primary ";
        return rows(CompetencyRow.class, question, by, grain, """
                SELECT <employer> AS employer_id, <occupation> AS occupation_id, competency_id,
                       sum(lines)::bigint AS lines, sum(credited)::bigint AS credited, sum(timed)::bigint AS timed,
                       sum(days)::bigint AS days, sum(up_to_30)::bigint AS up_to_30, sum(up_to_90)::bigint AS up_to_90,
                       sum(up_to_180)::bigint AS up_to_180, sum(up_to_365)::bigint AS up_to_365,
                       sum(longer)::bigint AS longer
                FROM competency_figures WHERE grain = :grain %s
                GROUP BY 1, 2, competency_id HAVING sum(lines) <> 0
                """.replace("%s", primary + "%s"));
    }

    /** At least so many people, per provider: as many as have the competency that most of them have. */
    List<ProviderPeople> providerPeople(Question question) {
        return rows(ProviderPeople.class, question, Set.of(), "LINE", """
                SELECT employer_id, occupation_id, provider_id, max(credited) AS with_credit,
                       max(lines - credited) AS with_open_line
                FROM competency_figures WHERE grain = :grain AND is_primary %s
                GROUP BY employer_id, occupation_id, provider_id
                """);
    }

    List<EligibleRow> eligible(Question question, Set<By> by) {
        String primary = question.isOpen() ? "" : "AND is_primary ";
        return rows(EligibleRow.class, question, by, question.provider() == null ? "PLAN" : "PROVIDER", """
                SELECT <employer> AS employer_id, <occupation> AS occupation_id, certification_id,
                       sum(eligible)::bigint AS eligible
                FROM eligibility_figures WHERE grain = :grain %s
                GROUP BY 1, 2, certification_id
                """.replace(
                        "%s", primary + "%s"));
    }

    /** Weeks in which something was credited, in order. */
    List<WeekRow> weeks(Question question, LocalDate from, LocalDate to) {
        String grain = question.isUnfiltered() ? "ALL" : question.provider() == null ? "PLAN" : "PROVIDER";
        if (question.isVoid()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> asked(handle.createQuery("""
                        SELECT week, sum(credits)::bigint AS credits,
                               coalesce(sum(credits) FILTER (WHERE is_primary), 0)::bigint AS primary_credits,
                               coalesce(sum(plans) FILTER (WHERE is_primary), 0)::bigint AS people
                        FROM week_figures WHERE grain = :grain AND week BETWEEN :from AND :to %s
                        GROUP BY week HAVING sum(credits) <> 0 ORDER BY week
                        """.formatted(ASKED)), question)
                .bind("grain", grain)
                .bind("from", from)
                .bind("to", to)
                .map(RecordMapper.of(WeekRow.class))
                .list());
    }

    /** Names of what was asked for, and of certifications. */
    Map<UUID, String> names(String kind, Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("SELECT id, name FROM label WHERE kind = :kind AND id = ANY (:ids)")
                .bind("kind", kind)
                .bindArray("ids", UUID.class, ids)
                .map((row, context) -> names.put(row.getObject(1, UUID.class), row.getString(2)))
                .list());
        return names;
    }

    List<Certification> certifications() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT certification_id, name FROM certification ORDER BY name, certification_id")
                .map(RecordMapper.of(Certification.class))
                .list());
    }

    SecretOrder secretOrder() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT secret FROM small_group_secret")
                .map((row, context) -> new SecretOrder(row.getObject(1, UUID.class)))
                .one());
    }

    private <T> List<T> rows(Class<T> type, Question question, Set<By> by, String grain, String sql) {
        if (question.isVoid()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> grouped(handle, sql.formatted(ASKED), by, question)
                .bind("grain", grain)
                .map(RecordMapper.of(type))
                .list());
    }

    private static Query grouped(Handle handle, String sql, Set<By> by, Question question) {
        Query query = handle.createQuery(sql);
        for (By dimension : By.values()) {
            String name = dimension.name().toLowerCase(Locale.ROOT);
            query.define(name, by.contains(dimension) ? name + "_id" : "CAST(NULL AS uuid)");
        }
        return asked(query, question);
    }

    private static Query asked(Query query, Question question) {
        return query.bind("occupation", question.occupation())
                .bind("employer", question.employer())
                .bind("provider", question.provider());
    }

    /** An id by which it was asked. */
    static UUID known(@Nullable UUID id) {
        return Objects.requireNonNull(id, "not asked for");
    }

    /** People of whom a provider tells something. */
    public record ProviderPeople(
            UUID employerId, UUID occupationId, UUID providerId, long withCredit, long withOpenLine) {}

    /** Eligible plans of a group. */
    public record EligibleRow(
            @Nullable UUID employerId, @Nullable UUID occupationId, UUID certificationId, long eligible) {}

    /** What was credited in a week; people are not told of by provider. */
    public record WeekRow(LocalDate week, long credits, long primaryCredits, long people) {}

    /** A certification that has a rule. */
    public record Certification(UUID certificationId, String name) {}
}
