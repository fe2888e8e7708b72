package org.dualtraining.catalog.casepackage;

import java.util.Set;
import java.util.regex.Pattern;

/** What associations may be. */
final class AssociationTypes {

    static final String CHILD = "isChildOf";
    static final String PRECEDES = "precedes";
    static final String RELATED = "isRelatedTo";
    static final String REPLACED = "replacedBy";

    private static final Set<String> BOTH = Set.of(
            CHILD, "isPeerOf", "isPartOf", "exactMatchOf", PRECEDES, RELATED, REPLACED, "exemplar", "hasSkillLevel");
    private static final Pattern EXTENSION = Pattern.compile("ext:[a-zA-Z0-9.|_-]+");

    private AssociationTypes() {}

    static boolean isOf(CaseVersion version, String type) {
        return BOTH.contains(type)
                || (version == CaseVersion.V1_1
                        && (type.equals("isTranslationOf")
                                || EXTENSION.matcher(type).matches()));
    }

    /** The type itself, or what says less and is still true. */
    static String in(CaseVersion version, String type) {
        if (isOf(version, type)) {
            return type;
        }
        if (version == CaseVersion.V1_0) {
            return RELATED;
        }
        String name = type.replaceAll("[^a-zA-Z0-9.|_-]", "");
        return name.isEmpty() ? RELATED : "ext:" + name;
    }
}
