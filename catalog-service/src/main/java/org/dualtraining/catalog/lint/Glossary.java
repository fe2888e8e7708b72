package org.dualtraining.catalog.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dualtraining.catalog.identity.Names;

/** Well-known definitions, to recognise one that was copied under another name. */
final class Glossary {

    /** Words in a row that are compared. Three tell wordings apart and survive a changed word here and there. */
    private static final int SHINGLE = 3;

    /** The part of a known definition that must be found again. Unrelated texts of a field stay below a tenth. */
    private static final double ENOUGH = 0.6;

    private final List<Term> terms;

    Glossary(List<Term> terms) {
        this.terms = List.copyOf(terms);
    }

    static Glossary load() {
        return new Glossary(LintTable.rows("glossary.json", Term.class));
    }

    /** The terms whose definition the text repeats. */
    Stream<Term> termsDefinedBy(String text) {
        Set<String> found = shingles(text);
        return terms.stream().filter(term -> share(shingles(term.definition()), found) >= ENOUGH);
    }

    private static double share(Set<String> known, Set<String> found) {
        return known.isEmpty()
                ? 0
                : (double) known.stream().filter(found::contains).count() / known.size();
    }

    private static Set<String> shingles(String text) {
        List<String> words = new ArrayList<>(Names.words(text));
        Set<String> shingles = new HashSet<>();
        for (int i = 0; i + SHINGLE <= words.size(); i++) {
            shingles.add(String.join(" ", words.subList(i, i + SHINGLE)));
        }
        return shingles;
    }

    /**
     * A term and its definition.
     *
     * @param alsoKnownAs other names that rightly carry this definition
     * @param source where the definition was published
     */
    record Term(String term, List<String> alsoKnownAs, String definition, String source) {

        /** "Basic Computer Programming" is about computer programming; "Perform Basic Coding" is not. */
        boolean isNamedIn(String name) {
            String words = phrase(name);
            return Stream.concat(Stream.of(term), alsoKnownAs.stream())
                    .map(Term::phrase)
                    .anyMatch(words::contains);
        }

        private static String phrase(String text) {
            return " " + String.join(" ", Names.words(text)) + " ";
        }
    }
}
