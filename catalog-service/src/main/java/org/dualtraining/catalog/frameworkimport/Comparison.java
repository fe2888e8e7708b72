package org.dualtraining.catalog.frameworkimport;

import java.util.Optional;
import org.dualtraining.catalog.framework.FrameworkDiff;
import org.dualtraining.catalog.framework.FrameworkVersion;
import org.dualtraining.catalog.framework.VersionContent;
import org.dualtraining.catalog.framework.VersionMark;
import org.dualtraining.catalog.framework.VersionStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a file makes of the latest version. Worked out before the transaction: reading the file that the latest version came
 * from takes longer than others should wait.
 *
 * @param latest empty for a new framework
 * @param draft empty when the latest version says the same
 */
record Comparison(ReadFramework read, Optional<FrameworkVersion> latest, Optional<VersionContent> draft) {

    static Comparison of(ReadFramework read, Optional<FrameworkVersion> latest) {
        boolean isSame = latest.filter(read::saysTheSameAs).isPresent();
        return new Comparison(read, latest, isSame ? Optional.empty() : Optional.of(read.content(latest.orElse(null))));
    }

    boolean isWith(Optional<VersionMark> latestNow) {
        return latest.map(FrameworkVersion::mark).equals(latestNow);
    }

    /** @param version that says this by now; absent when none was to be made */
    ImportReport report(@Nullable Integer version, boolean dryRun) {
        VersionContent content =
                draft.or(() -> latest.map(FrameworkVersion::content)).orElseThrow();
        Optional<FrameworkVersion> revised = draft.flatMap(any -> latest);
        return new ImportReport(
                read.frameworkId(),
                version,
                read.title(),
                content.competencies().size(),
                read.notes(),
                revised.map(before -> FrameworkDiff.between(before, version(before, content, version)))
                        .orElse(null),
                revised.map(read::formatDiff).orElse(null),
                draft.isPresent(),
                dryRun);
    }

    private static FrameworkVersion version(
            FrameworkVersion before, VersionContent content, @Nullable Integer version) {
        return new FrameworkVersion(
                before.frameworkId(),
                version == null ? before.number() + 1 : version,
                VersionStatus.DRAFT,
                1,
                null,
                before.changedAt(),
                content);
    }
}
