package org.dualtraining.plan.hours;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.dualtraining.kit.problem.Malformed;

/** Reads the month of a path. */
final class Months {

    private static final YearMonth FIRST = YearMonth.of(1900, 1);

    private Months() {}

    /** @param today of UTC: where it is tomorrow already, the month may be the next one */
    static YearMonth read(String text, LocalDate today) {
        try {
            YearMonth month = YearMonth.parse(text);
            if (!month.isBefore(FIRST) && !month.isAfter(YearMonth.from(today.plusDays(1)))) {
                return month;
            }
        } catch (DateTimeParseException e) {
            // refused below, without the value
        }
        throw new Malformed("month", "must be a month such as 2026-05, from 1900-01 to the current one");
    }
}
