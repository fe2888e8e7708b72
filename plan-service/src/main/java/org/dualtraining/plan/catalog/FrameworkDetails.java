package org.dualtraining.plan.catalog;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What printing needs of a published version beyond what planning needs. Apart from {@link PublishedFramework}, because
 * every plan reads that one and few print.
 *
 * @param definitions by competency; without those that have none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FrameworkDetails(
        @Nullable Provenance provenance,
        List<NamedCertification> certifications,
        Map<UUID, String> definitions,
        @Nullable WorkProcessSchedule schedule) {

    public Optional<NamedCertification> certification(UUID id) {
        return certifications.stream()
                .filter(certification -> certification.id().equals(id))
                .findFirst();
    }

    static FrameworkDetails of(CatalogClient.Version version) {
        Map<UUID, String> definitions = new HashMap<>();
        version.sections().forEach(section -> collect(section.competencies(), definitions));
        List<NamedCertification> certifications = new ArrayList<>();
        version.certifications()
                .forEach(c -> certifications.add(new NamedCertification(c.id(), c.name(), c.abbreviation())));
        return new FrameworkDetails(version.provenance(), certifications, definitions, version.schedule());
    }

    private static void collect(List<CatalogClient.Competency> competencies, Map<UUID, String> definitions) {
        for (CatalogClient.Competency competency : competencies) {
            if (competency.definition() != null) {
                definitions.put(competency.id(), competency.definition());
            }
            if (competency.children() != null) {
                collect(competency.children(), definitions);
            }
        }
    }

    /** A certification as the version names it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record NamedCertification(
            UUID id, String name, @Nullable String abbreviation) {}

    /** Where the version comes from. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Provenance(
            @Nullable List<Basis> basedOn, @Nullable SourceFile source) {}

    /** A model on which the version is based. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Basis(
            String title,
            @Nullable String publisher,
            @Nullable String date) {}

    /** The file that was read. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record SourceFile(String name) {}
}
