package org.dualtraining.kit.problem;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that is understood and refused. A new refusal is a new subclass in its feature and no other edit: the class
 * name, in kebab case, is the stable problem type, so {@code PlanIsClosed} becomes
 * {@code urn:dual-training:problem:plan-is-closed}. The message must not repeat a value that the caller sent.
 */
public abstract class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<Problem.Violation> violations;
    private final transient Map<String, String> headers;

    protected Refusal(int status, String detail) {
        this(status, detail, List.of(), Map.of());
    }

    protected Refusal(int status, String detail, List<Problem.Violation> violations) {
        this(status, detail, violations, Map.of());
    }

    protected Refusal(int status, String detail, List<Problem.Violation> violations, Map<String, String> headers) {
        super(detail, null, false, false);
        this.status = status;
        this.violations = violations;
        this.headers = headers;
    }

    public int status() {
        return status;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public Problem problem() {
        String words = getClass().getSimpleName().replaceAll("([a-z0-9])([A-Z])", "$1 $2");
        String detail = getMessage();
        return new Problem(
                Problem.typeOf(words.toLowerCase(Locale.ROOT).replace(' ', '-')),
                words.substring(0, 1) + words.substring(1).toLowerCase(Locale.ROOT),
                status,
                detail == null ? words : detail,
                violations);
    }

    /** The violation at one place, for refusals that concern a single member. */
    protected static List<Problem.Violation> at(@Nullable String pointer, String detail) {
        return pointer == null ? List.of() : List.of(new Problem.Violation(pointer, detail));
    }
}
