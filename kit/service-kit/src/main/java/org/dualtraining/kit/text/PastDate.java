package org.dualtraining.kit.text;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The date of something that has happened: 1900-01-01 to tomorrow, so that no time zone is shut out (guarantees S10). */
@Documented
@Constraint(validatedBy = PastDate.Validator.class)
@Target({FIELD, METHOD, PARAMETER, RECORD_COMPONENT})
@Retention(RUNTIME)
public @interface PastDate {

    String message() default "must be a date from 1900-01-01 to tomorrow";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Decides {@link PastDate}; absent is fine. */
    class Validator implements ConstraintValidator<PastDate, LocalDate> {

        private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

        @Override
        public boolean isValid(@Nullable LocalDate value, ConstraintValidatorContext context) {
            LocalDate tomorrow = LocalDate.now(
                            context.getClockProvider().getClock().withZone(ZoneOffset.UTC))
                    .plusDays(1);
            return value == null || (!value.isBefore(FIRST) && !value.isAfter(tomorrow));
        }
    }
}
