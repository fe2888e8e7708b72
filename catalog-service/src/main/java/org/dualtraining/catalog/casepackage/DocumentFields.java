package org.dualtraining.catalog.casepackage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What documents can be asked for. */
public final class DocumentFields {

    private static final List<String> OF_LINKS = List.of("title", "identifier", "uri");

    private DocumentFields() {}

    /** Whether documents of this version, as they stand alone, may have something at this dotted path: "subjectURI.title". */
    public static boolean isKnown(CaseVersion version, String path) {
        String[] names = path.split("\\.", -1);
        Shape shape = Shape.of(EntityKind.DOCUMENT);
        @Nullable
        MemberType type = names[0].equals("CFPackageURI")
                ? MemberType.LINK
                : shape.members().get(names[0]);
        if (type == null || (version == CaseVersion.V1_0 && shape.since11().contains(names[0]))) {
            return false;
        }
        boolean isLink = type == MemberType.LINK || type == MemberType.LINKS;
        return names.length == 1 || (names.length == 2 && isLink && OF_LINKS.contains(names[1]));
    }
}
