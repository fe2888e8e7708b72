package org.dualtraining.progress.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.progress.event.Delivery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final Names NAMES = new Names(id -> "C" + id.getLeastSignificantBits(), Object::toString);

    private final Map<UUID, HeldCredit> credits = new HashMap<>();
    private final List<Attested.Hours> hours = new ArrayList<>();
    private final List<PlannedLine> lines = new ArrayList<>();

    @Test
    void the_last_needed_line_makes_the_day_and_the_others_do_not() {
        line(1, "2026-09-30");
        line(2, "2026-08-31");
        line(3, "2027-01-01");
        Forecast forecast = forecast(all(competency(1, null), competency(2, null)));
        assertThat(forecast.on()).isEqualTo("2026-09-30");
        assertThat(forecast.reason()).isEqualTo("If every open line is completed on its anticipated date.");
    }

    @Test
    void a_date_that_has_passed_counts_as_today_and_a_rating_is_assumed_and_both_are_said() {
        line(1, "2026-05-01");
        hold(2, "2026-03-01", 3);
        Forecast forecast = forecast(all(competency(1, 3), competency(2, 3)));
        assertThat(forecast.on()).isEqualTo(TODAY);
        assertThat(forecast.reason())
                .isEqualTo("If every open line is completed on its anticipated date."
                        + " One anticipated date has passed and counts as today."
                        + " Minimum ratings are assumed to be reached.");
    }

    @Test
    void a_needed_line_without_a_date_and_an_excluded_one_are_named() {
        line(1, null);
        lines.add(new PlannedLine(id(2), "C2", true, TODAY));
        line(3, "2026-07-01");
        Forecast forecast = forecast(all(competency(1, null), competency(2, null), competency(3, null)));
        assertThat(forecast.on()).isNull();
        assertThat(forecast.reason())
                .isEqualTo("No day can be told, even with every open line completed on its anticipated date. Not yet:"
                        + " 2 of 3 parts are missing: C1 (no anticipated date); C2 (excluded from the plan).");
    }

    @Test
    void a_line_without_a_date_that_is_not_needed_does_no_harm() {
        line(1, null);
        line(2, "2026-07-01");
        assertThat(forecast(new Requirement.Parts("any of", 1, List.of(competency(1, null), competency(2, null))))
                        .on())
                .isEqualTo("2026-07-01");
    }

    @Test
    void hours_that_are_missing_make_no_day_and_those_that_are_stated_count_from_the_end_of_their_month() {
        line(1, "2026-06-10");
        hours.add(new Attested.Hours(Delivery.ON_THE_JOB, YearMonth.of(2026, 6), 100));
        Requirement enough = all(competency(1, null), new Requirement.Hours(Delivery.ON_THE_JOB, 100));
        assertThat(forecast(enough).on()).isEqualTo("2026-06-30");

        Forecast missing = forecast(all(competency(1, null), new Requirement.Hours(Delivery.ON_THE_JOB, 101)));
        assertThat(missing.on()).isNull();
        assertThat(missing.reason()).contains("1 of 2 parts is missing: 101 hours on the job (0 so far)");
    }

    @Test
    void a_credit_with_too_low_a_rating_is_no_open_line() {
        hold(1, "2026-03-01", 2);
        line(1, "2026-07-01");
        Forecast forecast = forecast(competency(1, 3));
        assertThat(forecast.on()).isNull();
        assertThat(forecast.reason()).endsWith("Not yet: C1, rated at least 3 (rated 2).");
    }

    @Test
    void what_has_expired_by_the_time_the_rest_is_there_makes_no_day() {
        hold(1, "2026-05-01", null);
        line(2, "2026-12-01");
        Requirement soon = new Requirement.Expiring(competency(1, null), Period.ofMonths(3));
        Forecast forecast = forecast(all(soon, competency(2, null)));
        assertThat(forecast.on()).isNull();
        assertThat(forecast.reason())
                .contains("1 of 2 parts is expired: C1 (valid for 3 months) (expired on 2026-08-01)");
    }

    @Test
    void who_is_eligible_is_so_since_a_day_and_what_is_recorded_may_be_enough_later() {
        hold(1, "2026-03-01", null);
        assertThat(forecast(competency(1, null)))
                .isEqualTo(new Forecast(LocalDate.of(2026, 3, 1), "Eligible already."));
        hold(1, "2026-06-02", null);
        assertThat(forecast(competency(1, null)))
                .isEqualTo(
                        new Forecast(LocalDate.of(2026, 6, 2), "What is recorded already is enough from that day on."));
    }

    private Forecast forecast(Requirement rule) {
        Held held = new Held(credits, new Attested(id(9), hours, List.of()));
        return Forecast.of(CertificationRule.of(rule), held, lines, NAMES, TODAY);
    }

    private static Requirement all(Requirement... parts) {
        return new Requirement.Parts("all of", parts.length, List.of(parts));
    }

    private static Requirement competency(int number, @Nullable Integer rating) {
        return new Requirement.Competency(id(number), rating);
    }

    private void line(int number, @Nullable String anticipated) {
        lines.add(new PlannedLine(
                id(number), "C" + number, false, anticipated == null ? null : LocalDate.parse(anticipated)));
    }

    private void hold(int number, String on, @Nullable Integer rating) {
        credits.put(id(number), new HeldCredit(id(0), id(number), rating, LocalDate.parse(on), id(number)));
    }

    private static UUID id(int number) {
        return new UUID(1, number);
    }
}
