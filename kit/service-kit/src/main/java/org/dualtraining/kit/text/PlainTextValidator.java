package org.dualtraining.kit.text;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Decides {@link PlainText}. */
public class PlainTextValidator implements ConstraintValidator<PlainText, CharSequence> {

    private int max;
    private boolean lines;

    @Override
    public void initialize(PlainText constraint) {
        max = constraint.max();
        lines = constraint.lines();
    }

    @Override
    public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
        return value == null || isPlain(value.toString(), max, lines);
    }

    static boolean isPlain(String text, int max, boolean lines) {
        return !text.isBlank()
                && text.length() <= max
                && text.codePoints().allMatch(c -> isAllowed(c, lines))
                && Normalizer.isNormalized(text, Normalizer.Form.NFC);
    }

    private static boolean isAllowed(int c, boolean lines) {
        if (lines && (c == '\n' || c == '\r' || c == '\t')) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            // zero-width joiners belong to names in some scripts; direction overrides and isolates do not
            case Character.FORMAT -> c == 0x200C || c == 0x200D || c == 0x00AD;
            default -> true;
        };
    }
}
