package org.dualtraining.catalog.framework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.dualtraining.catalog.framework.FrameworkHistory.Change;
import org.dualtraining.kit.party.Caller;

/**
 * Every write of a version, with what belongs to each: an entry in the history, a new revision of the framework, and word
 * to whoever follows its current version. The framework must be locked by the caller.
 */
@ApplicationScoped
public class VersionStore {

    private final Frameworks frameworks;
    private final FrameworkVersions versions;
    private final VersionRows rows;
    private final FrameworkHistory history;
    private final Event<CurrentVersionChanged> news;
    private final Caller caller;
    private final Clock clock;

    @Inject
    VersionStore(
            Frameworks frameworks,
            FrameworkVersions versions,
            VersionRows rows,
            FrameworkHistory history,
            Event<CurrentVersionChanged> news,
            Caller caller,
            Clock clock) {
        this.frameworks = frameworks;
        this.versions = versions;
        this.rows = rows;
        this.history = history;
        this.news = news;
        this.caller = caller;
        this.clock = clock;
    }

    /** Stores a new draft that came in from outside. */
    public int importDraft(UUID framework, VersionContent content, HistoryAction action) {
        return insertDraft(framework, content, Change.of(action));
    }

    /** Gives a draft other certifications, in this order. */
    public void setCertifications(FrameworkVersion draft, List<VersionCertification> certifications, String detail) {
        Instant now = now();
        rows.rewriteCertifications(draft, certifications, now);
        record(
                draft.frameworkId(),
                draft.number(),
                new Change(HistoryAction.CERTIFICATIONS_CHANGED, null, detail),
                now);
    }

    int insertDraft(UUID framework, VersionContent content, Change change) {
        Instant now = now();
        int number = rows.insertDraft(framework, content, now);
        record(framework, number, change, now);
        return number;
    }

    void rewriteDraft(FrameworkVersion draft, VersionContent content, Change change) {
        Instant now = now();
        rows.rewriteDraft(draft, content, now);
        record(draft.frameworkId(), draft.number(), change, now);
    }

    void setStatus(FrameworkVersion version, VersionStatus status, HistoryAction action) {
        Instant now = now();
        rows.setStatus(version, status, now);
        record(version.frameworkId(), version.number(), Change.of(action), now);
    }

    private void record(UUID framework, int number, Change change, Instant now) {
        history.add(framework, number, change, caller.subject(), now);
        FrameworkVersion current = versions.current(framework).orElseThrow();
        frameworks.touch(framework, current.content().title());
        // a draft beside a published version says nothing for the framework yet
        if (current.number() == number || change.action() == HistoryAction.RETIRED) {
            news.fire(new CurrentVersionChanged(current));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
