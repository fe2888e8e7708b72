package org.dualtraining.catalog.framework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Consumer;
import org.dualtraining.kit.precondition.Versioned;
import org.dualtraining.kit.problem.NotFound;
import org.jspecify.annotations.Nullable;

/** A draft that somebody is about to change: locked, and as the caller last saw it. */
@ApplicationScoped
public class OpenDrafts {

    private final Frameworks frameworks;
    private final FrameworkVersions versions;

    @Inject
    OpenDrafts(Frameworks frameworks, FrameworkVersions versions) {
        this.frameworks = frameworks;
        this.versions = versions;
    }

    public FrameworkVersion get(UUID framework, int number, @Nullable String ifMatch) {
        return get(framework, number, ifMatch, found -> {});
    }

    /** @param part refuses with 404 when the draft lacks what the path names, before anything else is refused */
    public FrameworkVersion get(UUID framework, int number, @Nullable String ifMatch, Consumer<FrameworkVersion> part) {
        if (!frameworks.lock(framework)) {
            throw new NotFound("framework");
        }
        FrameworkVersion version = find(framework, number);
        part.accept(version);
        if (version.status() != VersionStatus.DRAFT) {
            throw new VersionIsPublished();
        }
        Versioned.requireMatch(ifMatch, Versioned.tag(version.revision()));
        return version;
    }

    public FrameworkVersion reload(FrameworkVersion draft) {
        return find(draft.frameworkId(), draft.number());
    }

    private FrameworkVersion find(UUID framework, int number) {
        return versions.find(framework, number).orElseThrow(() -> new NotFound("framework version"));
    }
}
