package org.dualtraining.catalog.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dualtraining.kit.problem.Problem;
import org.dualtraining.kit.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleCheckTest {

    private static final UUID A = UUID.fromString("00000000-0000-5000-8000-00000000000a");
    private static final UUID B = UUID.fromString("00000000-0000-5000-8000-00000000000b");
    private static final UUID C = UUID.fromString("00000000-0000-5000-8000-00000000000c");
    private static final UUID CARD = UUID.fromString("00000000-0000-5000-8000-0000000000ca");
    private static final UUID OWN = UUID.fromString("00000000-0000-5000-8000-0000000000cb");
    private static final UUID NEEDS_OWN = UUID.fromString("00000000-0000-5000-8000-0000000000cc");
    private static final Map<UUID, String> NAMES =
            Map.of(A, "Audit", B, "Basic Coding", C, "Collecting, Sorting and Filing", CARD, "Card");

    /**
     * The letters A, B, C and X (unknown) stand for competencies; CARD for a certification, OWN for the one that has the
     * rule and NEEDS_OWN for one that needs it.
     */
    private static RequirementRule rule(String json) {
        String withIds = json.replace("'", "\"")
                .replace("\"A\"", "\"" + A + "\"")
                .replace("\"B\"", "\"" + B + "\"")
                .replace("\"C\"", "\"" + C + "\"")
                .replace("\"X\"", "\"" + UUID.randomUUID() + "\"")
                .replace("\"CARD\"", "\"" + CARD + "\"")
                .replace("\"OWN\"", "\"" + OWN + "\"")
                .replace("\"NEEDS_OWN\"", "\"" + NEEDS_OWN + "\"");
        try {
            return new ObjectMapper().readValue(withIds, RequirementRule.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void check(RequirementRule rule) {
        RuleCheck.check(
                rule, new RuleCheck.Known(Set.of(A, B, C), Set.of(CARD, OWN, NEEDS_OWN), OWN, Set.of(NEEDS_OWN)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'competency':'A'}| Audit",
                "{'competency':'A','minimumRating':0}| Audit (rated 0 or better)",
                "{'competency':'A','minimumRating':4}| Audit (rated 4)",
                "{'competency':'C','minimumRating':3}| \u201cCollecting, Sorting and Filing\u201d (rated 3 or better)",
                "{'allOf':[{'competency':'A'},{'competency':'B','minimumRating':3}]}|"
                        + "all of: Audit and Basic Coding (rated 3 or better)",
                "{'allOf':[{'competency':'A','minimumRating':3,'within':'P1Y6M'},{'competency':'B'}]}|"
                        + "all of: Audit (rated 3 or better, within the last 1 year and 6 months) and Basic Coding",
                "{'allOf':[{'competency':'A'}]}| Audit",
                "{'allOf':[{'competency':'A','minimumRating':3},{'competency':'B'}],'validFor':'P2Y'}|"
                        + "all of: Audit (rated 3 or better) and Basic Coding; valid for 2 years",
                "{'allOf':[{'competency':'A'},{'competency':'B'},{'anyOf':[{'competency':'A'},{'credential':'CARD'}]}]}|"
                        + "all of: Audit, Basic Coding, and either Audit or the certification Card",
                "{'anyOf':[{'allOf':[{'competency':'A'},{'competency':'B'}]},{'credential':'CARD'}]}|"
                        + "either (all of: Audit and Basic Coding) or the certification Card",
                "{'anyOf':[{'competency':'A'},{'competency':'B'},{'credential':'CARD'}]}|"
                        + "any of: Audit, Basic Coding, or the certification Card",
                "{'atLeast':{'n':2,'of':[{'competency':'A'},{'competency':'B'},{'credential':'CARD'}]}}|"
                        + "at least 2 of: Audit, Basic Coding, and the certification Card",
                "{'allOf':[{'anyOf':[{'competency':'A'},{'competency':'B'}]},{'atLeast':{'n':1,'of':[{'competency':'B'},"
                        + "{'allOf':[{'competency':'A'},{'credential':'CARD'}]}]}}],'validFor':'P18M'}|"
                        + "all of: (either Audit or Basic Coding) and at least 1 of: Basic Coding and all of: Audit and"
                        + " the certification Card; valid for 18 months",
                "{'hours':{'delivery':'ON_THE_JOB','minimum':2000}}| at least 2,000 hours on the job",
                "{'hours':{'delivery':'RELATED_INSTRUCTION','minimum':1}}| at least 1 hour of related instruction",
                "{'credential':'CARD','within':'P1Y6M'}| the certification Card (within the last 1 year and 6 months)",
                "{'credential':'CARD','within':'P1Y'}| the certification Card (within the last year)",
                "{'competency':'A','within':'P2Y1M10D'}| Audit (within the last 2 years, 1 month and 10 days)",
                "{'competency':'A','within':'P2W'}| Audit (within the last 14 days)",
            })
    void a_rule_that_can_be_evaluated_is_put_in_plain_words(String json, String rest) {
        RequirementRule rule = rule(json);

        check(rule);

        assertThat(RuleText.of(rule, NAMES)).isEqualTo(rest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Either one",
                "all of: this",
                "Any of Them",
                "Welds AND Cuts",
                "Hydraulics (rated 3 or better)",
                "Weld)",
                "the certification Card",
                "valid for 2 years"
            })
    void a_name_that_reads_like_a_part_of_the_rule_is_quoted(String name) {
        RequirementRule rule = rule("{'allOf':[{'competency':'A'},{'competency':'B'}]}");

        assertThat(RuleText.of(rule, Map.of(A, name, B, "Process Release of Information (ROI)")))
                .isEqualTo("all of: \u201c" + name + "\u201d and Process Release of Information (ROI)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{}| ''",
                "{'validFor':'P2Y'}| ''",
                "{'competency':'A','credential':'CARD'}| ''",
                "{'allOf':[{'competency':'A'}],'anyOf':[{'competency':'A'}]}| ''",
                "{'allOf':[null]}| /allOf/0",
                "{'allOf':[{'competency':'A'},{}]}| /allOf/1",
                "{'allOf':[{'competency':'A','validFor':'P1Y'}]}| /allOf/0/validFor",
                "{'atLeast':{'of':[{'competency':'A'}]}}| /atLeast",
                "{'atLeast':{'n':1}}| /atLeast",
                "{'hours':{'minimum':1}}| /hours",
                "{'hours':{'delivery':'ON_THE_JOB'}}| /hours",
                "{'credential':'CARD','minimumRating':3}| /minimumRating",
                "{'hours':{'delivery':'ON_THE_JOB','minimum':1},'within':'P1Y'}| /within",
                "{'competency':'A','within':'two years'}| /within",
                "{'competency':'A','validFor':'PT5H'}| /validFor",
            })
    void a_rule_that_is_not_built_as_documented_is_malformed_there(String json, String pointer) {
        refused(json, 400, pointer.equals("''") ? "" : pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'competency':'X'}| /competency",
                "{'anyOf':[{'competency':'A'},{'allOf':[{'competency':'X'}]}]}| /anyOf/1/allOf/0/competency",
                "{'credential':'A'}| /credential",
                "{'credential':'OWN'}| /credential",
                "{'anyOf':[{'competency':'A'},{'credential':'NEEDS_OWN'}]}| /anyOf/1/credential",
                "{'anyOf':[]}| /anyOf",
                "{'atLeast':{'n':1,'of':[]}}| /atLeast/of",
                "{'atLeast':{'n':2,'of':[{'competency':'A'},{'competency':'A'}]}}| /atLeast/n",
                "{'atLeast':{'n':1,'of':[{'competency':'A'},{'competency':'A'}]}}| /atLeast/of/1",
                "{'atLeast':{'n':2,'of':[{'competency':'A'},{'allOf':[{'competency':'A'}]}]}}| /atLeast/n",
                "{'allOf':[]}| /allOf",
                "{'atLeast':{'n':0,'of':[{'competency':'A'}]}}| /atLeast/n",
                "{'atLeast':{'n':2,'of':[{'competency':'A'}]}}| /atLeast/n",
                "{'competency':'A','minimumRating':5}| /minimumRating",
                "{'competency':'A','minimumRating':-1}| /minimumRating",
                "{'hours':{'delivery':'ON_THE_JOB','minimum':0}}| /hours/minimum",
                "{'hours':{'delivery':'ON_THE_JOB','minimum':1000001}}| /hours/minimum",
                "{'credential':'CARD','within':'P0D'}| /within",
                "{'competency':'A','validFor':'-P2Y'}| /validFor",
                "{'competency':'A','validFor':'P101Y'}| /validFor",
                "{'competency':'A','validFor':'P2000000000Y'}| /validFor",
            })
    void a_rule_that_cannot_be_evaluated_is_unprocessable_there(String json, String pointer) {
        refused(json, 422, pointer);
    }

    private static void refused(String json, int status, String pointer) {
        RequirementRule rule = rule(json);

        assertThatThrownBy(() -> check(rule)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(status);
            assertThat(refusal.problem().errors())
                    .extracting(Problem.Violation::pointer)
                    .contains(pointer);
        });
    }

    @Test
    void every_wrong_place_is_named_at_once() {
        RequirementRule rule = rule("{'allOf':[{'competency':'X'},{'anyOf':[]},{'competency':'A','minimumRating':9}]}");

        assertThatThrownBy(() -> check(rule)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                        refusal.problem().errors())
                .extracting(Problem.Violation::pointer)
                .containsExactlyInAnyOrder("/allOf/0/competency", "/allOf/1/anyOf", "/allOf/2/minimumRating"));
    }

    @Test
    void a_rule_has_at_most_five_hundred_nodes() {
        assertThatCode(() -> check(ruleOfLeaves(499))).doesNotThrowAnyException();
        assertThatThrownBy(() -> check(ruleOfLeaves(500)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(422));
    }

    private static RequirementRule ruleOfLeaves(int leaves) {
        return rule("{'allOf':["
                + IntStream.range(0, leaves).mapToObj(i -> "{'competency':'A'}").collect(Collectors.joining(","))
                + "]}");
    }
}
