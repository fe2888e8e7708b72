package org.dualtraining.testkit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules of the house for one service, as plain calls that throw an AssertionError with every violation. Each has a
 * canary in the tests of this module; a package that a rule names and that does not exist is a failure, because ArchUnit
 * would pass in silence.
 */
public final class ArchitectureRules {

    private static final List<String> WHO_MAY_CALL = List.of(
            "jakarta.annotation.security.RolesAllowed",
            "jakarta.annotation.security.PermitAll",
            "jakarta.annotation.security.DenyAll",
            "io.quarkus.security.Authenticated");
    private static final String HTTP_METHOD = "jakarta.ws.rs.HttpMethod";
    private static final String PATH = "jakarta.ws.rs.Path";

    private final String root;
    private final JavaClasses classes;

    private ArchitectureRules(String root, JavaClasses classes) {
        this.root = root;
        this.classes = classes.that(DescribedPredicate.describe(
                "are not package-info", type -> !type.getSimpleName().equals("package-info")));
        if (this.classes.isEmpty()) {
            throw new AssertionError("There is no class in " + root + ": the rules would guard nothing");
        }
    }

    /**
     * The rules over a service's main classes.
     *
     * @param root the package of the service, like {@code org.dualtraining.plan}
     */
    public static ArchitectureRules of(String root) {
        return new ArchitectureRules(
                root,
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(root));
    }

    static ArchitectureRules withTests(String root) {
        return new ArchitectureRules(root, new ClassFileImporter().importPackages(root));
    }

    /**
     * Features (packages one level below the root) use each other along the given arrows only. All features must be
     * named, each must exist, and the arrows must not form a cycle.
     *
     * @param mayUse feature to the features it may use, all of them: an arrow over a third feature is not implied
     */
    public ArchitectureRules featuresUse(Map<String, Set<String>> mayUse) {
        requireThatFeaturesExist(mayUse);
        requireNoCycle(mayUse);
        Set<String> found = new TreeSet<>();
        for (JavaClass origin : classes) {
            String from = feature(origin.getPackageName());
            Set<String> allowed = mayUse.getOrDefault(from, Set.of());
            origin.getDirectDependenciesFromSelf().stream()
                    .filter(dependency -> isOfThisService(dependency.getTargetClass()))
                    .filter(dependency -> {
                        String to = feature(dependency.getTargetClass().getPackageName());
                        return !to.equals(from) && !allowed.contains(to);
                    })
                    .forEach(dependency -> found.add(dependency.getDescription()));
        }
        refuse("These arrows between features are not allowed", found);
        return this;
    }

    private void requireThatFeaturesExist(Map<String, Set<String>> mayUse) {
        Set<String> existing = classes.stream()
                .map(type -> feature(type.getPackageName()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = Stream.concat(
                        mayUse.keySet().stream(), mayUse.values().stream().flatMap(Set::stream))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> missing = new TreeSet<>(named);
        missing.removeAll(existing);
        refuse("The rule names features that do not exist in " + root, missing);
        Set<String> forgotten = new TreeSet<>(existing);
        forgotten.removeAll(mayUse.keySet());
        refuse("The rule forgets features of " + root, forgotten);
    }

    private static void requireNoCycle(Map<String, Set<String>> mayUse) {
        Map<String, Set<String>> left = new TreeMap<>(mayUse);
        boolean shrinks = true;
        while (shrinks) {
            shrinks = left.entrySet()
                    .removeIf(feature -> feature.getValue().stream().noneMatch(left::containsKey));
        }
        refuse("The allowed arrows form a cycle between", left.keySet());
    }

    /** Services meet over HTTP and Kafka; test tools stay in tests. */
    public ArchitectureRules useNothingOf(String... foreignRoots) {
        ArchRuleDefinition.noClasses()
                .that(areInAny(root))
                .should()
                .dependOnClassesThat(areInAny(foreignRoots))
                .check(classes);
        return this;
    }

    /** The usual set: no class of another service, of the launcher or of the test tools. */
    public ArchitectureRules useNoOtherService() {
        return useNothingOf(Stream.of("catalog", "plan", "progress", "local", "testkit")
                .map(name -> "org.dualtraining." + name)
                .filter(other -> !other.equals(root))
                .toArray(String[]::new));
    }

    /** A JAX-RS method that is not public answers 404 in silence. */
    public ArchitectureRules endpointsArePublic() {
        refuse(
                "These endpoints are not public, and would answer 404",
                endpoints()
                        .filter(method -> !method.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaMethod::getFullName)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
        return this;
    }

    /** Who may call is written at each endpoint or its class, not left to a default. */
    public ArchitectureRules endpointsSayWhoMayCall() {
        refuse(
                "These endpoints do not say who may call them",
                endpoints()
                        .filter(method -> WHO_MAY_CALL.stream()
                                .noneMatch(annotation -> method.isAnnotatedWith(annotation)
                                        || method.getOwner().isAnnotatedWith(annotation)))
                        .map(JavaMethod::getFullName)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
        return this;
    }

    /** What a class needs is in its constructor: a class can then be made without a container. */
    public ArchitectureRules nothingIsInjectedIntoFields() {
        ArchRuleDefinition.fields()
                .should(new ArchCondition<>("be filled by the constructor") {
                    @Override
                    public void check(JavaField field, ConditionEvents events) {
                        if (field.isAnnotatedWith("jakarta.inject.Inject")) {
                            events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is injected"));
                        }
                    }
                })
                .check(classes);
        return this;
    }

    private Stream<JavaMethod> endpoints() {
        List<JavaMethod> found = classes.stream()
                .filter(type -> !type.isInterface())
                .filter(type -> type.isAnnotatedWith(PATH))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(HTTP_METHOD))
                .toList();
        if (found.isEmpty()) {
            throw new AssertionError("There is no endpoint in " + root + ": the rule would guard nothing");
        }
        return found.stream();
    }

    private boolean isOfThisService(JavaClass type) {
        return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
    }

    /** The first part of the package below the root; empty for the root itself. */
    private String feature(String packageName) {
        if (packageName.equals(root)) {
            return "";
        }
        String below = packageName.substring(root.length() + 1);
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }

    private static DescribedPredicate<JavaClass> areInAny(String... roots) {
        Set<String> wanted = new HashSet<>(List.of(roots));
        return DescribedPredicate.describe("are in " + String.join(" or ", roots), type -> wanted.stream()
                .anyMatch(root -> type.getPackageName().equals(root)
                        || type.getPackageName().startsWith(root + ".")));
    }

    private static void refuse(String message, Set<String> found) {
        if (!found.isEmpty()) {
            throw new AssertionError(message + ":\n  " + String.join("\n  ", found));
        }
    }
}
