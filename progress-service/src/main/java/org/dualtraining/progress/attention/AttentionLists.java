package org.dualtraining.progress.attention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.page.Page;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.progress.attention.AtRiskReader.Found;
import org.dualtraining.progress.attention.AtRiskView.PlanAtRisk;
import org.dualtraining.progress.attention.OverdueView.OverdueLine;
import org.dualtraining.progress.intake.IntakeBooks;
import org.dualtraining.progress.intake.IntakeView.Lag;
import org.dualtraining.progress.report.CsvTable;
import org.dualtraining.progress.report.Question;
import org.jspecify.annotations.Nullable;

/** The lists as pages, and as files that read page after page while they are sent. */
@ApplicationScoped
class AttentionLists {

    private static final int ROWS_AT_ONCE = 1_000;
    private static final UUID FIRST = new UUID(0, 0);
    private static final List<String> SUPPRESSED = List.of("/items");

    private final OverdueReader overdue;
    private final AtRiskReader atRisk;
    private final IntakeBooks intake;
    private final Clock clock;

    @Inject
    AttentionLists(OverdueReader overdue, AtRiskReader atRisk, IntakeBooks intake, Clock clock) {
        this.overdue = overdue;
        this.atRisk = atRisk;
        this.intake = intake;
        this.clock = clock;
    }

    OverdueView overdue(Question question, PageRequest page) {
        Instant now = clock.instant();
        Lag lag = intake.lag().orElse(null);
        String cursor = page.after("");
        OverdueReader.Key after = cursor.isEmpty() ? OverdueReader.Key.FIRST : OverdueReader.Key.read(cursor);
        int rows = page.rows();
        if (!question.isOpen()) {
            return new OverdueView(now, lag, List.of(), null, SUPPRESSED);
        }
        Page<OverdueLine> lines = Page.of(
                overdue.after(after, question, LocalDate.now(clock), rows), page, line -> OverdueReader.Key.of(line)
                        .text());
        return new OverdueView(now, lag, lines.items(), lines.next(), List.of());
    }

    AtRiskView atRisk(Question question, PageRequest page) {
        Instant now = clock.instant();
        Lag lag = intake.lag().orElse(null);
        UUID after = page.afterId();
        int limit = page.limit();
        if (!question.isOpen()) {
            return new AtRiskView(now, lag, List.of(), null, SUPPRESSED);
        }
        Found found = atRisk.after(after, question, LocalDate.now(clock), limit);
        return new AtRiskView(now, lag, found.plans(), cursor(found.next()), List.of());
    }

    CsvTable overdueFile(Question question) {
        List<String> columns = List.of(
                "plan_id",
                "line_id",
                "apprentice_id",
                "employer_id",
                "occupation_id",
                "competency_id",
                "provider_id",
                "anticipated_completion_date",
                "as_of");
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        return new CsvTable("overdue", columns, row -> {
            OverdueReader.Key after = OverdueReader.Key.FIRST;
            while (question.isOpen()) {
                List<OverdueLine> lines = overdue.after(after, question, today, ROWS_AT_ONCE);
                lines.forEach(line -> row.accept(cells(line, now)));
                if (lines.size() < ROWS_AT_ONCE) {
                    return;
                }
                after = OverdueReader.Key.of(lines.get(lines.size() - 1));
            }
        });
    }

    CsvTable atRiskFile(Question question) {
        List<String> columns = List.of(
                "plan_id",
                "apprentice_id",
                "employer_id",
                "occupation_id",
                "overdue_since",
                "overdue_lines",
                "no_credit_since",
                "as_of");
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        return new CsvTable("at-risk", columns, row -> {
            UUID after = question.isOpen() ? FIRST : null;
            while (after != null) {
                Found found = atRisk.after(after, question, today, ROWS_AT_ONCE);
                found.plans().forEach(plan -> row.accept(cells(plan, now)));
                after = found.next();
            }
        });
    }

    private static List<@Nullable Object> cells(OverdueLine line, Instant now) {
        return Arrays.asList(
                line.planId(),
                line.lineId(),
                line.apprenticeId(),
                line.employerId(),
                line.occupationId(),
                line.competencyId(),
                line.providerId(),
                line.anticipatedCompletionDate(),
                now);
    }

    private static List<@Nullable Object> cells(PlanAtRisk plan, Instant now) {
        return Arrays.asList(
                plan.planId(),
                plan.apprenticeId(),
                plan.employerId(),
                plan.occupationId(),
                plan.overdueSince(),
                plan.overdueLines(),
                plan.noCreditSince(),
                now);
    }

    /** A page that looked through enough plans ends wherever it is, so it cannot be told from its items. */
    private static @Nullable String cursor(@Nullable UUID next) {
        return next == null ? null : PageRequest.cursorAfter(next.toString());
    }
}
