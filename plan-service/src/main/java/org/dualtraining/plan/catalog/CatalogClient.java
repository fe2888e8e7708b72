package org.dualtraining.plan.catalog;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The catalog's API, with the caller's own token. */
@RegisterRestClient(configKey = "catalog")
@RegisterClientHeaders
@Path("/api/v1")
interface CatalogClient {

    @GET
    @Path("/frameworks/{id}")
    Framework framework(@PathParam("id") UUID id);

    @GET
    @Path("/frameworks/{id}/versions/{number}")
    Version version(@PathParam("id") UUID id, @PathParam("number") int number);

    @GET
    @Path("/competencies/{id}")
    CompetencyId competency(@PathParam("id") UUID id);

    @GET
    @Path("/occupations/{id}")
    Occupation occupation(@PathParam("id") UUID id);

    @GET
    @Path("/frameworks/{id}/diff")
    Diff diff(@PathParam("id") UUID id, @QueryParam("from") int from, @QueryParam("to") int to);

    @JsonIgnoreProperties(ignoreUnknown = true)
    record CompetencyId(UUID id) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Diff(
            List<CompetencyId> kept,
            List<CompetencyId> reworded,
            List<CompetencyId> changed,
            @JsonProperty("new") List<CompetencyId> added,
            List<CompetencyId> notMentioned,
            List<CompetencyId> retired,
            List<Replacement> replacedBy) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Replacement(UUID from, UUID to) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Framework(
            UUID id,
            String title,
            Occupation occupation,
            List<VersionHead> versions,
            @Nullable Integer latestPublished) {

        /** A retired version was published too, unless it was given up as a draft. */
        boolean hasPublished(int number) {
            return versions.stream().anyMatch(version -> version.number() == number && version.publishedAt() != null);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record VersionHead(int number, @Nullable Instant publishedAt) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Occupation(UUID id, String title, @Nullable List<OccupationCode> codes) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Version(
            int number,
            List<Section> sections,
            List<UUID> formOrder,
            List<Certification> certifications,
            FrameworkDetails.@Nullable Provenance provenance,
            @Nullable WorkProcessSchedule schedule) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Section(Delivery recommendedDelivery, List<Competency> competencies) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Competency(
            UUID id,
            String name,
            @Nullable String definition,
            boolean core,
            @Nullable List<Competency> children) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Certification(UUID id, String name, @Nullable String abbreviation) {}
}
