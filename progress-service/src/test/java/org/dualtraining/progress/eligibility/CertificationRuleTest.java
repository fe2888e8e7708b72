package org.dualtraining.progress.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.progress.eligibility.Explanation.Status;
import org.dualtraining.progress.event.Poison;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificationRuleTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UUID PLAN = UUID.randomUUID();
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private final Map<UUID, HeldCredit> credits = new HashMap<>();

    @Test
    void all_of_needs_every_part_and_is_reached_with_the_last() {
        hold(1, "2026-03-01", null);
        assertThat(evaluate("{'allOf':[{'competency':'1'},{'competency':'2'}]}").isSatisfied())
                .isFalse();

        hold(2, "2026-02-01", null);
        Finding both = evaluate("{'allOf':[{'competency':'1'},{'competency':'2'}]}");
        assertThat(both.isSatisfied()).isTrue();
        assertThat(both.since()).isEqualTo("2026-03-01");
        assertThat(both.until()).isNull();
        assertThat(both.explanation().children())
                .extracting(Explanation::node)
                .containsExactly("Competency 1", "Competency 2");
        assertThat(both.explanation().children().get(0).eventIds()).containsExactly(event(1));
    }

    @Test
    void any_of_is_reached_with_the_first() {
        hold(1, "2026-03-01", null);
        hold(2, "2026-02-01", null);
        assertThat(evaluate("{'anyOf':[{'competency':'1'},{'competency':'2'}]}").since())
                .isEqualTo("2026-02-01");
    }

    @Test
    void at_least_counts_and_says_so() {
        String rule = "{'atLeast':{'n':2,'of':[{'competency':'1'},{'competency':'2'},{'competency':'3'}]}}";
        hold(1, "2026-01-01", null);
        assertThat(evaluate(rule).explanation().status()).isEqualTo(Status.MISSING);
        assertThat(evaluate(rule).explanation().node()).isEqualTo("at least 2 of");
        hold(3, "2026-04-01", null);
        hold(2, "2026-05-01", null);
        assertThat(evaluate(rule).since()).isEqualTo("2026-04-01");
    }

    @Test
    void a_minimum_rating_is_reached_by_that_rating_and_not_by_less() {
        String rule = "{'competency':'1','minimumRating':3}";
        hold(1, "2026-01-01", 2);
        assertThat(evaluate(rule).explanation())
                .isEqualTo(Explanation.missing("Competency 1, rated at least 3 (rated 2)"));
        hold(1, "2026-01-01", 3);
        assertThat(evaluate(rule).isSatisfied()).isTrue();
    }

    @Test
    void a_credit_without_a_rating_reaches_no_minimum_and_says_why() {
        hold(1, "2026-01-01", null);
        assertThat(evaluate("{'competency':'1','minimumRating':0}").explanation())
                .isEqualTo(Explanation.missing("Competency 1, rated at least 0 (credited without a rating)"));
    }

    @Test
    void hours_and_credentials_are_missing_because_nothing_reports_them() {
        Finding finding = evaluate("{'anyOf':[{'hours':{'delivery':'ON_THE_JOB','minimum':2000}},"
                + "{'credential':'7b2e3f40-5c6d-5e7f-9081-92a3b4c5d6e7','within':'P2Y'}]}");
        assertThat(finding.explanation().status()).isEqualTo(Status.MISSING);
        assertThat(finding.explanation().children())
                .extracting(Explanation::node)
                .containsExactly(
                        "2,000 hours on the job (hours are not recorded)",
                        "credential 7b2e3f40-5c6d-5e7f-9081-92a3b4c5d6e7, not older than 2 years"
                                + " (prior credentials are not recorded)");
    }

    @Test
    void eligibility_ends_on_the_day_its_time_is_over() {
        hold(1, "2026-03-01", null);
        String rule = "{'allOf':[{'competency':'1'}],'validFor':'P3M'}";
        Finding lastDay = evaluate(rule, LocalDate.of(2026, 5, 31));
        assertThat(lastDay.isSatisfied()).isTrue();
        assertThat(lastDay.until()).isEqualTo("2026-06-01");
        assertThat(lastDay.explanation().node()).isEqualTo("all of (valid for 3 months)");

        Finding over = evaluate(rule, LocalDate.of(2026, 6, 1));
        assertThat(over.explanation().status()).isEqualTo(Status.EXPIRED);
    }

    @Test
    void an_expired_part_makes_the_whole_expired_and_not_missing() {
        hold(1, "2020-03-01", null);
        hold(2, "2026-03-01", null);
        Finding finding = evaluate("{'allOf':[{'competency':'1','within':'P2Y'},{'competency':'2'}]}");
        assertThat(finding.explanation().status()).isEqualTo(Status.EXPIRED);
        assertThat(finding.explanation().children())
                .extracting(Explanation::status)
                .containsExactly(Status.EXPIRED, Status.SATISFIED);
        assertThat(finding.explanation().children().get(0).eventIds()).containsExactly(event(1));
    }

    @Test
    void the_whole_lasts_as_long_as_enough_of_its_parts() {
        hold(1, "2026-01-01", null);
        hold(2, "2026-02-01", null);
        String parts = "[{'competency':'1','within':'P1Y'},{'competency':'2','within':'P2Y'}]";
        assertThat(evaluate("{'allOf':" + parts + "}").until()).isEqualTo("2027-01-01");
        assertThat(evaluate("{'anyOf':" + parts + "}").until()).isEqualTo("2028-02-01");
        assertThat(evaluate("{'anyOf':[{'competency':'1','within':'P1Y'},{'competency':'2'}]}")
                        .until())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{'allOf':[]}",
                "{'allOf':{}}",
                "{'anyOf':[{'competency':'1'}],'allOf':[{'competency':'1'}]}",
                "{'competency':'not-a-uuid'}",
                "{'competency':'1','minimumRating':5}",
                "{'competency':'1','minimumRating':'3'}",
                "{'competency':'1','unless':'friday'}",
                "{'atLeast':{'n':2,'of':[{'competency':'1'}]}}",
                "{'atLeast':{'n':0,'of':[{'competency':'1'}]}}",
                "{'atLeast':{'of':[{'competency':'1'}]}}",
                "{'hours':{'delivery':'AT_HOME','minimum':1}}",
                "{'hours':{'delivery':'ON_THE_JOB'}}",
                "{'allOf':[{'competency':'1'}],'validFor':'two years'}",
                "{'allOf':[{'competency':'1'}],'validFor':'P-1Y'}",
                "{'allOf':[{'competency':'1'}],'validFor':'P999999999Y'}",
                "{'allOf':[{'competency':'1'}],'within':'P1Y'}"
            })
    void a_rule_that_would_have_to_be_guessed_is_refused(String rule) {
        assertThatThrownBy(() -> evaluate(rule)).isInstanceOf(Poison.class);
    }

    private void hold(int competency, String completedOn, @Nullable Integer rating) {
        credits.put(
                competency(competency),
                new HeldCredit(PLAN, competency(competency), rating, LocalDate.parse(completedOn), event(competency)));
    }

    private Finding evaluate(String rule) {
        return evaluate(rule, TODAY);
    }

    private Finding evaluate(String rule, LocalDate today) {
        String json = rule.replace('\'', '"');
        for (int i = 1; i <= 3; i++) {
            json = json.replace("\"competency\":\"" + i + "\"", "\"competency\":\"" + competency(i) + "\"");
        }
        try {
            return CertificationRule.read(JSON.readTree(json))
                    .evaluate(credits, id -> "Competency " + id.getLeastSignificantBits(), today);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static UUID competency(int number) {
        return new UUID(1, number);
    }

    private static UUID event(int number) {
        return new UUID(2, number);
    }
}
