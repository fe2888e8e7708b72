package org.dualtraining.catalog.lint;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;

/**
 * Letters in the wrong order: "HER" where the occupation's own words, Electronic Health Records, make EHR. Only an acronym
 * that the document both uses and spells out can be meant, so other acronyms are left alone.
 */
final class AcronymTransposed implements LintRule {

    @Override
    public Stream<Finding> check(CompetencyModelDocument document) {
        Set<String> own = ownAcronyms(document);
        return document.entries().flatMap(entry -> {
            String text = entry.definition() == null ? entry.name() : entry.name() + " \u2013 " + entry.definition();
            return suspects(text).filter(suspect -> !own.contains(suspect)).flatMap(suspect -> own.stream()
                    .filter(acronym -> Acronyms.areAnagrams(acronym, suspect))
                    .map(acronym -> Finding.at(
                            entry.line(),
                            FindingKind.ACRONYM_TRANSPOSED,
                            sentenceWith(suspect, text),
                            "\"" + suspect + "\" has the letters of the document's \"" + acronym
                                    + "\" in another order",
                            sentenceWith(suspect, text).replaceAll("\\b" + suspect + "(?=s?\\b)", acronym))));
        });
    }

    private static Set<String> ownAcronyms(CompetencyModelDocument document) {
        Set<String> spelledOut = Acronyms.initialsIn(document.occupation().text());
        return document.entries()
                .flatMap(entry -> Stream.of(entry.name(), entry.definition() == null ? "" : entry.definition()))
                .flatMap(AcronymTransposed::suspects)
                .filter(spelledOut::contains)
                .collect(Collectors.toSet());
    }

    private static Stream<String> suspects(String text) {
        // a text in capitals throughout has no acronyms that could be told from words
        if (text.codePoints().noneMatch(Character::isLowerCase)) {
            return Stream.empty();
        }
        Set<String> acronyms = new LinkedHashSet<>();
        Matcher acronym = Acronyms.ACRONYM.matcher(text);
        while (acronym.find()) {
            acronyms.add(acronym.group(1));
        }
        return acronyms.stream();
    }

    private static String sentenceWith(String word, String text) {
        return Stream.of(text.split("(?<=[.;!?])[\\s\\p{Z}]+"))
                .filter(sentence -> sentence.matches("(?s).*\\b" + word + "s?\\b.*"))
                .findFirst()
                .orElse(text);
    }
}
