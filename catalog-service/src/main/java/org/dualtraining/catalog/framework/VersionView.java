package org.dualtraining.catalog.framework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A whole version, as the API shows it. */
@Schema(name = "FrameworkVersion")
@JsonInclude(JsonInclude.Include.NON_NULL)
record VersionView(
        UUID frameworkId,
        int number,
        VersionStatus status,
        @Nullable Instant publishedAt,
        String title,

        @Schema(description = "the state's sector", examples = "Health Care Services") @Nullable
        String industry,

        @Nullable String description,
        Provenance provenance,

        @Schema(description = "in the order of the state's documents, each with its competencies in list order")
        List<SectionView> sections,

        @Schema(description = "ids of all competencies in the order of the training-plan form")
        List<UUID> formOrder,

        List<VersionCertification> certifications,
        List<Finding> findings,

        @Schema(description = "proposals of findings that an agency accepted; the text they are about stays verbatim")
        List<Annotation> annotations,

        @Schema(description = "competencies that were retired for a change of meaning, and what took their place")
        List<Replacement> replacedBy,

        @Schema(description = "hours, outline of instruction and wages, where the document is a work process schedule")
        @Nullable
        WorkProcessSchedule schedule) {

    /** One part of the model. */
    @Schema(name = "Section")
    record SectionView(
            SectionKind kind,

            @Schema(description = "what the state recommends; an employer may decide otherwise for a line of a plan")
            Delivery recommendedDelivery,

            List<CompetencyView> competencies) {}

    static VersionView of(FrameworkVersion version) {
        VersionContent content = version.content();
        return new VersionView(
                version.frameworkId(),
                version.number(),
                version.status(),
                version.publishedAt(),
                content.title(),
                content.industry(),
                content.description(),
                content.provenance(),
                sections(content.competencies()),
                content.competencies().stream()
                        .sorted(Comparator.comparingInt(VersionCompetency::formPosition))
                        .map(VersionCompetency::competencyId)
                        .toList(),
                content.certifications(),
                content.findings(),
                content.annotations(),
                content.replacements(),
                content.schedule());
    }

    Optional<CompetencyView> competency(UUID competencyId) {
        return sections.stream()
                .flatMap(section -> section.competencies().stream())
                .flatMap(CompetencyView::withDescendants)
                .filter(view -> view.id().equals(competencyId))
                .findFirst();
    }

    private static List<SectionView> sections(List<VersionCompetency> rows) {
        Map<Optional<UUID>, List<VersionCompetency>> byParent = new HashMap<>();
        rows.stream()
                .sorted(Comparator.comparingInt(VersionCompetency::listPosition))
                .forEach(row -> byParent.computeIfAbsent(Optional.ofNullable(row.parentId()), p -> new ArrayList<>())
                        .add(row));
        List<VersionCompetency> roots = byParent.getOrDefault(Optional.<UUID>empty(), List.of());
        return Stream.of(SectionKind.values())
                .map(kind -> new SectionView(
                        kind,
                        kind.recommendedDelivery(),
                        roots.stream()
                                .filter(row -> row.section() == kind)
                                .map(row -> competency(row, byParent))
                                .toList()))
                .filter(section -> !section.competencies().isEmpty())
                .toList();
    }

    private static CompetencyView competency(
            VersionCompetency row, Map<Optional<UUID>, List<VersionCompetency>> byParent) {
        return new CompetencyView(
                row.competencyId(),
                row.name(),
                row.definition(),
                row.core(),
                row.aliases(),
                row.code(),
                row.notMentioned(),
                byParent.getOrDefault(Optional.of(row.competencyId()), List.of()).stream()
                        .map(child -> competency(child, byParent))
                        .toList());
    }
}
