package org.dualtraining.catalog.certification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dualtraining.catalog.framework.FrameworkVersion;
import org.dualtraining.catalog.framework.OpenDrafts;
import org.dualtraining.catalog.framework.VersionCertification;
import org.dualtraining.catalog.framework.VersionStore;
import org.dualtraining.catalog.identity.CatalogIds;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.kit.problem.Unprocessable;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What an agency does with the certifications of a draft. */
@ApplicationScoped
class DraftCertifications {

    private static final Logger LOG = Logger.getLogger(DraftCertifications.class);

    private final OpenDrafts drafts;
    private final VersionStore store;
    private final Certifications certifications;
    private final Clock clock;

    @Inject
    DraftCertifications(OpenDrafts drafts, VersionStore store, Certifications certifications, Clock clock) {
        this.drafts = drafts;
        this.store = store;
        this.certifications = certifications;
        this.clock = clock;
    }

    @Transactional
    Added add(UUID framework, int number, CertificationInput input, @Nullable String ifMatch) {
        FrameworkVersion draft = drafts.get(framework, number, ifMatch);
        List<VersionCertification> named = new ArrayList<>(draft.content().certifications());
        UUID id = CatalogIds.certification(framework, input.name());
        if (named.stream().anyMatch(known -> known.id().equals(id))) {
            throw new Unprocessable("/name", "must differ from the name of every other certification of the version");
        }
        named.add(new VersionCertification(id, input.name(), input.abbreviation()));
        certifications.storeNew(List.of(new Certifications.Named(
                id, framework, named.size() - 1, input.name(), input.abbreviation(), input.issuer())));
        store.setCertifications(draft, named, "added: " + input.name());
        LOG.infof("certification added framework=%s version=%d certification=%s", framework, number, id);
        return new Added(
                certifications.find(id).orElseThrow().view(LocalDate.now(clock)),
                drafts.reload(draft).revision());
    }

    /** Answers the draft's new revision. */
    @Transactional
    long remove(UUID framework, int number, UUID id, @Nullable String ifMatch) {
        FrameworkVersion draft = drafts.get(framework, number, ifMatch, found -> named(found, id));
        VersionCertification removed = named(draft, id);
        List<VersionCertification> left = draft.content().certifications().stream()
                .filter(known -> !known.equals(removed))
                .toList();
        store.setCertifications(draft, left, "removed: " + removed.name());
        LOG.infof("certification removed framework=%s version=%d certification=%s", framework, number, id);
        return drafts.reload(draft).revision();
    }

    private static VersionCertification named(FrameworkVersion draft, UUID id) {
        return draft.content().certifications().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("certification"));
    }

    /** A certification that a draft names now. */
    record Added(Certification certification, long draftRevision) {}
}
