package org.dualtraining.kit.text;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Text for people (guarantees S10): not blank, at most {@code max} characters, NFC, and without NUL, control characters,
 * lone surrogates or characters that override the reading direction. Absent is fine: combine with {@code @NotNull}.
 */
@Documented
@Constraint(validatedBy = PlainTextValidator.class)
@Target({FIELD, METHOD, PARAMETER, RECORD_COMPONENT, TYPE_USE})
@Retention(RUNTIME)
public @interface PlainText {

    int max() default 200;

    /** Whether line breaks and tabs are text here. */
    boolean lines() default false;

    String message() default "must be text of 1 to {max} characters, in NFC, without control or direction characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
