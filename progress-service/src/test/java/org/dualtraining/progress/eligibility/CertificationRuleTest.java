package org.dualtraining.progress.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.progress.eligibility.Explanation.Status;
import org.dualtraining.progress.event.Delivery;
import org.dualtraining.progress.event.Poison;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificationRuleTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UUID PLAN = UUID.randomUUID();
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private static final UUID SNAPSHOT = UUID.randomUUID();
    private static final UUID CREDENTIAL = UUID.fromString("7b2e3f40-5c6d-5e7f-9081-92a3b4c5d6e7");
    private static final Names NAMES =
            new Names(id -> "Competency " + id.getLeastSignificantBits(), id -> "the basic life support card");

    private final Map<UUID, HeldCredit> credits = new HashMap<>();
    private final List<Attested.Hours> hours = new ArrayList<>();
    private final List<Attested.PriorCredential> awards = new ArrayList<>();

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
    void hours_count_from_the_end_of_their_month_and_say_how_many_there_are() {
        worked("2026-03", 120);
        worked("2026-04", 100);
        taught("2026-04", 500);
        String rule = "{'hours':{'delivery':'ON_THE_JOB','minimum':200}}";

        Finding before = evaluate(rule, LocalDate.of(2026, 4, 29));
        assertThat(before.explanation()).isEqualTo(Explanation.missing("200 hours on the job (120 so far)"));

        Finding after = evaluate(rule, LocalDate.of(2026, 4, 30));
        assertThat(after.since()).isEqualTo("2026-04-30");
        assertThat(after.explanation().node()).isEqualTo("200 hours on the job");
        assertThat(after.explanation().eventIds()).containsExactly(SNAPSHOT);
        assertThat(evaluate("{'hours':{'delivery':'ON_THE_JOB','minimum':2000}}")
                        .explanation())
                .isEqualTo(Explanation.missing("2,000 hours on the job (220 so far)"));
    }

    @Test
    void a_credential_counts_from_its_award_until_it_expires_or_is_too_old() {
        award("2024-06-02", "2027-01-01");
        String rule = "{'credential':'" + CREDENTIAL + "'}";
        assertThat(evaluate(rule).until()).isEqualTo("2027-01-01");
        assertThat(evaluate(rule).explanation().eventIds()).containsExactly(SNAPSHOT);

        String recent = "{'credential':'" + CREDENTIAL + "','within':'P2Y'}";
        Finding lastDay = evaluate(recent, LocalDate.of(2026, 6, 1));
        assertThat(lastDay.isSatisfied()).isTrue();
        assertThat(lastDay.until()).isEqualTo("2026-06-02");
        Finding over = evaluate(recent, LocalDate.of(2026, 6, 2));
        assertThat(over.explanation().status()).isEqualTo(Status.EXPIRED);
        assertThat(over.explanation().node()).isEqualTo("the basic life support card, awarded within 2 years");
        assertThat(over.inWords())
                .isEqualTo("No longer: the basic life support card, awarded within 2 years (expired on 2026-06-02).");

        award("2026-05-30", null);
        assertThat(evaluate(recent, LocalDate.of(2026, 6, 2)).until()).isEqualTo("2028-05-30");
    }

    @Test
    void what_comes_later_than_the_day_is_not_there_yet_and_its_day_is_known() {
        hold(1, "2026-06-02", null);
        String rule = "{'competency':'1'}";
        assertThat(evaluate(rule).explanation()).isEqualTo(Explanation.missing("Competency 1"));
        assertThat(read(rule).standing(held(), TODAY).changesOn()).isEqualTo("2026-06-02");
        assertThat(read(rule).standing(held(), TODAY.plusDays(1)).isSatisfied()).isTrue();
    }

    @Test
    void who_reaches_anew_what_holds_for_a_time_holds_it_for_longer() {
        hold(1, "2020-03-01", null);
        hold(2, "2026-03-01", null);
        Finding renewed = evaluate("{'anyOf':[{'competency':'1'},{'competency':'2'}],'validFor':'P1Y'}");
        assertThat(renewed.since()).isEqualTo("2026-03-01");
        assertThat(renewed.until()).isEqualTo("2027-03-01");
    }

    @Test
    void a_finding_is_said_in_words() {
        hold(1, "2026-03-01", 2);
        assertThat(evaluate("{'competency':'1'}").inWords()).isEqualTo("Eligible since 2026-03-01.");
        assertThat(evaluate("{'competency':'1','within':'P1Y'}").inWords())
                .isEqualTo("Eligible since 2026-03-01; expires on 2027-03-01.");
        assertThat(evaluate("{'allOf':[{'competency':'1','minimumRating':3},{'competency':'2'},{'competency':'1'}]}")
                        .inWords())
                .isEqualTo(
                        "Not yet: 2 of 3 parts are missing: Competency 1, rated at least 3 (rated 2); Competency 2.");
        assertThat(evaluate("{'allOf':[{'competency':'1'},{'anyOf':[{'competency':'2'},{'competency':'3'}]}]}")
                        .inWords())
                .isEqualTo("Not yet: 1 of 2 parts is missing: one of (Competency 2; Competency 3).");
        assertThat(evaluate("{'atLeast':{'n':2,'of':[{'competency':'1'},{'competency':'2'},{'competency':'3'}]}}")
                        .inWords())
                .isEqualTo("Not yet: one of these is needed: Competency 2; Competency 3.");
        assertThat(evaluate("{'allOf':[{'competency':'1','within':'P1M'},{'competency':'2'}]}")
                        .inWords())
                .isEqualTo("Not yet: 1 of 2 parts is missing and 1 expired: Competency 1 (valid for 1 month)"
                        + " (expired on 2026-04-01); Competency 2.");
        assertThat(evaluate("{'allOf':[{'competency':'1'}],'validFor':'P1M'}").inWords())
                .isEqualTo("No longer: it was reached, and valid for 1 month only (expired on 2026-04-01).");
    }

    @Test
    void the_fewest_credits_are_those_of_parts_that_share_none() {
        assertThat(read("{'allOf':[{'competency':'1'},{'competency':'2'},{'competency':'3'}]}")
                        .fewestCredits())
                .isEqualTo(3);
        assertThat(read("{'allOf':[{'competency':'1'},{'competency':'1','minimumRating':3}]}")
                        .fewestCredits())
                .isEqualTo(1);
        assertThat(read("{'atLeast':{'n':2,'of':[{'competency':'1'},{'competency':'2'},{'competency':'3'}]}}")
                        .fewestCredits())
                .isEqualTo(2);
        assertThat(read("{'anyOf':[{'competency':'1'},{'hours':{'delivery':'ON_THE_JOB','minimum':1}}]}")
                        .fewestCredits())
                .isZero();
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

    private void worked(String month, int stated) {
        hours.add(new Attested.Hours(Delivery.ON_THE_JOB, YearMonth.parse(month), stated));
    }

    private void taught(String month, int stated) {
        hours.add(new Attested.Hours(Delivery.RELATED_INSTRUCTION, YearMonth.parse(month), stated));
    }

    private void award(String on, @Nullable String expiresOn) {
        awards.add(new Attested.PriorCredential(
                CREDENTIAL, LocalDate.parse(on), expiresOn == null ? null : LocalDate.parse(expiresOn)));
    }

    private Held held() {
        return new Held(credits, new Attested(SNAPSHOT, hours, awards));
    }

    private Finding evaluate(String rule) {
        return evaluate(rule, TODAY);
    }

    private Finding evaluate(String rule, LocalDate today) {
        Finding finding = read(rule).explain(held(), NAMES, today);
        CertificationRule.Standing standing = read(rule).standing(held(), today);
        assertThat(standing.isSatisfied()).isEqualTo(finding.isSatisfied());
        if (finding.isSatisfied()) {
            assertThat(standing.since()).isEqualTo(finding.since());
            assertThat(standing.until()).isEqualTo(finding.until());
        }
        return finding;
    }

    private static CertificationRule read(String rule) {
        String json = rule.replace('\'', '"');
        for (int i = 1; i <= 3; i++) {
            json = json.replace("\"competency\":\"" + i + "\"", "\"competency\":\"" + competency(i) + "\"");
        }
        try {
            return CertificationRule.read(JSON.readTree(json));
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
