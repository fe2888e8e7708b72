package org.dualtraining.kit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Bean Validation's findings as violations by JSON pointer. */
public final class ConstraintViolations {

    private ConstraintViolations() {}

    static Problem problem(ConstraintViolationException invalid) {
        return problem(violations(invalid.getConstraintViolations()));
    }

    /** The problem of a request, or of a row in it, that breaks constraints. */
    public static Problem problem(List<Problem.Violation> violations) {
        return new Problem(
                Problem.typeOf("invalid-request"),
                "The request does not fit",
                400,
                violations.size() == 1
                        ? violations.get(0).detail()
                        : violations.size() + " places are wrong: see errors.",
                violations);
    }

    public static List<Problem.Violation> violations(Set<? extends ConstraintViolation<?>> found) {
        return found.stream()
                .map(v -> new Problem.Violation(pointer(v.getPropertyPath()), v.getMessage()))
                .sorted(Comparator.comparing(Problem.Violation::pointer).thenComparing(Problem.Violation::detail))
                .toList();
    }

    /** {@code method.body.lines[0].note} becomes {@code /lines/0/note}; a lone parameter keeps its name. */
    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        String parameter = "";
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            } else if (node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.CONTAINER_ELEMENT) {
                if (node.getIndex() != null) {
                    pointer.append('/').append(node.getIndex());
                }
                if (node.getKind() == ElementKind.PROPERTY) {
                    pointer.append('/').append(node.getName());
                }
            }
        }
        return pointer.isEmpty() ? parameter : pointer.toString();
    }
}
