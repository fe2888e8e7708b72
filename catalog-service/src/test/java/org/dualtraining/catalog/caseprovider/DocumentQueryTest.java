package org.dualtraining.catalog.caseprovider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.dualtraining.catalog.casepackage.CaseJson;
import org.dualtraining.catalog.casepackage.CaseVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentQueryTest {

    private static final List<ObjectNode> DOCUMENTS = List.of(
            document("a", "Nursing, basic", "2024-01-01T00:00:00Z", "Health", "Care"),
            document("b", "O'Brien's \"Welding\"", "2024-06-01T02:00:00+02:00", "Trades"),
            document("c", "nursing, ADVANCED", "2025-01-01T00:00:00Z", "Health", "Art, applied"),
            document("d", "A AND B", "2023-01-01T00:00:00.5Z"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "title='NURSING, BASIC' | a",
                "title!='nursing, basic' | b c d",
                "title~'nursing' | a c",
                "title~'O'Brien' | b",
                "title='O''Brien''s \"welding\"' | b",
                "title='A AND B' | d",
                "lastChangeDateTime>'2024-06-01T00:00:00Z' | c",
                "lastChangeDateTime>='2024-06-01T00:00:00Z' | b c",
                "lastChangeDateTime='2024-06-01T00:00:00Z' | b",
                "lastChangeDateTime<'2024-01-01' | d",
                "lastChangeDateTime<='2024-01-01' | a d",
                "subject='health' | a c",
                "subject='care,Health' | a",
                "subject='Health,Trades' | ``",
                "subject='Art, applied' | c",
                "subject~'trades,care' | a b",
                "subject!='Health' | b d",
                "subjectURI.title='Health' | a c",
                "subjectURI.title~'heal' | a c",
                "title~'nursing' AND subject='Care' | a",
                "title~'nursing' OR subject='Trades' | a b c",
                "title~'nursing' and identifier='c' | c",
                "notes='absent' | ``",
                "notes!='absent' | a b c d",
                " title = 'a and b' | d"
            })
    void a_filter_lets_through(String filter, String expected) {
        DocumentQuery query = new DocumentQuery();
        query.filter = filter;
        assertThat(String.join(" ", ids(query))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "title",
                "title='x",
                "title=x",
                "nothing='x'",
                "title.identifier='x'",
                "subjectURI.nothing='x'",
                "title=='x'",
                "title='x' XOR title='y'",
                "title='x' AND title='y' AND title='z'",
                "title='x' AND",
                "title..x='y'",
                ".='x'"
            })
    void what_is_no_filter_is_refused(String filter) {
        DocumentQuery query = new DocumentQuery();
        query.filter = filter;
        assertThatThrownBy(() -> query.select(CaseVersion.V1_1, DOCUMENTS)).isInstanceOf(CaseFailure.class);
    }

    @Test
    void version_1_0_does_not_know_what_came_with_1_1() {
        DocumentQuery query = new DocumentQuery();
        query.filter = "frameworkType='x'";
        assertThat(query.select(CaseVersion.V1_1, DOCUMENTS)).isEmpty();
        assertThatThrownBy(() -> query.select(CaseVersion.V1_0, DOCUMENTS)).isInstanceOf(CaseFailure.class);
    }

    @ParameterizedTest
    @CsvSource({
        "title,asc,d c a b",
        "title,desc,b a c d",
        "lastChangeDateTime,,d a b c",
        "language,desc,a b c d",
        "nothing,desc,a b c d",
        "subjectURI.title,asc,a c b d"
    })
    void sorting_goes_both_ways_and_ties_and_unknown_fields_by_identifier(
            String sort, String orderBy, String expected) {
        DocumentQuery query = new DocumentQuery();
        query.sort = sort;
        query.orderBy = orderBy;
        assertThat(String.join(" ", ids(query))).isEqualTo(expected);
    }

    @Test
    void pages_of_any_size_yield_every_document_once() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            List<ObjectNode> documents = new ArrayList<>();
            int count = random.nextInt(30);
            for (int i = 0; i < count; i++) {
                documents.add(document("id%02d".formatted(i), "t" + random.nextInt(3), "2024-01-01T00:00:00Z"));
            }
            Collections.shuffle(documents, random);
            DocumentQuery query = new DocumentQuery();
            query.sort = "title";
            query.orderBy = random.nextBoolean() ? "asc" : "desc";
            int limit = 1 + random.nextInt(7);
            List<String> seen = new ArrayList<>();
            for (int offset = 0; offset < count; offset += limit) {
                PageOfDocuments.of(query.select(CaseVersion.V1_1, documents), offset, limit)
                        .documents()
                        .forEach(
                                document -> seen.add(document.path("identifier").asText()));
            }
            assertThat(seen).as("seed " + seed).hasSize(count).doesNotHaveDuplicates();
        }
    }

    private static List<String> ids(DocumentQuery query) {
        return query.select(CaseVersion.V1_1, DOCUMENTS).stream()
                .map(document -> document.path("identifier").asText())
                .toList();
    }

    private static ObjectNode document(String id, String title, String changed, String... subjects) {
        ObjectNode document =
                CaseJson.object().put("identifier", id).put("title", title).put("lastChangeDateTime", changed);
        if (subjects.length > 0) {
            for (String subject : subjects) {
                document.withArrayProperty("subject").add(subject);
                document.withArrayProperty("subjectURI").addObject().put("title", subject);
            }
        }
        return document;
    }
}
