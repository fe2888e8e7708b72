package org.dualtraining.plan.form;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Collection;
import java.util.Locale;
import org.dualtraining.plan.catalog.WorkProcessSchedule;
import org.jspecify.annotations.Nullable;

/** Hours as they are printed: one figure, or a range where the programme is a hybrid one. */
final class Hours {

    private Hours() {}

    static String of(WorkProcessSchedule.@Nullable Hours hours) {
        return hours == null ? "" : range(hours.minimum(), hours.maximum());
    }

    /** Of those that have figures; blank when none has. */
    static String total(Collection<WorkProcessSchedule.Hours> all) {
        if (all.isEmpty()) {
            return "";
        }
        BigDecimal minimum = BigDecimal.ZERO;
        BigDecimal maximum = BigDecimal.ZERO;
        for (WorkProcessSchedule.Hours hours : all) {
            minimum = minimum.add(either(hours.minimum(), hours.maximum()));
            maximum = maximum.add(either(hours.maximum(), hours.minimum()));
        }
        return range(minimum, maximum);
    }

    static String figure(BigDecimal figure) {
        return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.US)).format(figure);
    }

    private static String range(@Nullable BigDecimal minimum, @Nullable BigDecimal maximum) {
        BigDecimal low = either(minimum, maximum);
        BigDecimal high = either(maximum, minimum);
        return low.compareTo(high) == 0 ? figure(low) : figure(low) + "–" + figure(high);
    }

    private static BigDecimal either(@Nullable BigDecimal first, @Nullable BigDecimal second) {
        if (first != null) {
            return first;
        }
        return second == null ? BigDecimal.ZERO : second;
    }
}
