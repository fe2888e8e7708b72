package org.dualtraining.progress.eligibility;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** Periods for people. */
final class Periods {

    private Periods() {}

    static String inWords(Period period) {
        List<String> words = new ArrayList<>();
        add(words, period.getYears(), "year");
        add(words, period.getMonths(), "month");
        add(words, period.getDays(), "day");
        return String.join(" ", words);
    }

    private static void add(List<String> words, int count, String unit) {
        if (count != 0) {
            words.add(count + " " + unit + (count == 1 ? "" : "s"));
        }
    }
}
