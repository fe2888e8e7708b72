package org.dualtraining.catalog.framework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.dualtraining.catalog.framework.FrameworkHistory.Change;
import org.dualtraining.catalog.identity.Names;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.problem.Conflict;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.kit.problem.Unprocessable;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * An agency agrees with what a finding proposes. The verbatim text stays; the proposal stands beside it as an annotation.
 * Where the proposal is about a name, later documents are matched by it: the other wording is recorded as an alias, and
 * a competency that only seemed to be new takes the id of the one that it renames.
 */
@ApplicationScoped
class AcceptProposal {

    private static final Logger LOG = Logger.getLogger(AcceptProposal.class);

    private final OpenDrafts drafts;
    private final VersionStore store;
    private final RecordedAliases aliases;
    private final Caller caller;
    private final Clock clock;

    @Inject
    AcceptProposal(OpenDrafts drafts, VersionStore store, RecordedAliases aliases, Caller caller, Clock clock) {
        this.drafts = drafts;
        this.store = store;
        this.aliases = aliases;
        this.caller = caller;
        this.clock = clock;
    }

    /** A second time, with the ETag of the first answer, changes nothing. */
    @Transactional
    FrameworkVersion handle(UUID framework, int number, UUID findingId, @Nullable String ifMatch) {
        FrameworkVersion draft = drafts.get(framework, number, ifMatch, found -> finding(found, findingId));
        Finding finding = finding(draft, findingId);
        VersionContent content = draft.content();
        if (content.annotations().stream().anyMatch(known -> known.findingId().equals(findingId))) {
            return draft;
        }
        if (finding.proposal() == null) {
            throw new Unprocessable("findingId", "must be a finding with a proposal; this one has none to accept");
        }
        VersionContent accepted = annotated(applied(draft, finding, finding.proposal()), finding, finding.proposal());
        store.rewriteDraft(draft, accepted, new Change(HistoryAction.PROPOSAL_ACCEPTED, null, finding.text()));
        LOG.infof(
                "proposal accepted framework=%s version=%d finding=%s kind=%s",
                framework, number, findingId, finding.kind());
        return drafts.reload(draft);
    }

    private VersionContent applied(FrameworkVersion draft, Finding finding, String proposal) {
        UUID framework = draft.frameworkId();
        return switch (finding.kind()) {
            // the form's wording stands for the list's name
            case LEFTOVER_MATCH, FORM_NAME_DIFFERS -> aliased(framework, draft.content(), finding.text(), proposal);
            // the earlier name stands for the present one
            case RENAMED -> aliased(framework, draft.content(), proposal, finding.text());
            case PROBABLE_RENAME ->
                aliased(framework, reidentified(draft.content(), finding.text(), proposal), proposal, finding.text());
            default -> draft.content();
        };
    }

    private VersionContent aliased(UUID framework, VersionContent content, String alias, String name) {
        aliases.add(framework, alias, name, "accepted by an agency");
        return content.with(content.competencies().stream()
                .map(row -> Names.isSame(row.name(), name)
                        ? row.reworded(row.name(), row.definition(), row.core(), plus(row.aliases(), alias))
                        : row)
                .toList());
    }

    private static VersionContent reidentified(VersionContent content, String newName, String oldName) {
        VersionCompetency renamed = row(content, newName);
        VersionCompetency old = row(content, oldName);
        if (!old.notMentioned()) {
            throw new Conflict("The document mentions both names: they are two competencies.");
        }
        UUID id = old.competencyId();
        List<VersionCompetency> rows = new ArrayList<>();
        for (VersionCompetency row : content.competencies()) {
            if (row.competencyId().equals(renamed.competencyId())) {
                rows.add(row.identifiedAs(id, row.parentId(), plus(old.aliases(), old.name()))
                        .reworded(row.name(), row.definition(), old.core(), plus(old.aliases(), old.name())));
            } else if (renamed.competencyId().equals(row.parentId())) {
                rows.add(row.identifiedAs(row.competencyId(), id, row.aliases()));
            } else if (!row.competencyId().equals(id)) {
                rows.add(row);
            }
        }
        List<Finding> findings = content.findings().stream()
                .filter(finding -> finding.kind() != FindingKind.NOT_MENTIONED
                        || !finding.text().equals(oldName))
                .toList();
        return content.with(new Outline(rows).numbered())
                .with(findings, content.annotations())
                .identified(known -> Optional.of(known.equals(renamed.competencyId()) ? id : known));
    }

    private static VersionCompetency row(VersionContent content, String name) {
        return content.competencies().stream()
                .filter(row -> Names.isSame(row.name(), name))
                .findFirst()
                .orElseThrow(
                        () -> new Conflict("The draft has no competency of the name any more that this is about."));
    }

    private VersionContent annotated(VersionContent content, Finding finding, String proposal) {
        Annotation annotation = new Annotation(
                finding.id(),
                finding.kind(),
                competencyWith(content, finding.text()).orElse(null),
                finding.text(),
                proposal,
                caller.subject(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return content.with(
                content.findings(),
                Stream.concat(content.annotations().stream(), Stream.of(annotation))
                        .toList());
    }

    /** The one competency that says this, in its name or its definition; none when several do. */
    private static Optional<UUID> competencyWith(VersionContent content, String text) {
        List<UUID> saying = content.competencies().stream()
                .filter(row -> row.name().contains(text)
                        || text.contains(row.name())
                        || (row.definition() != null && row.definition().contains(text)))
                .map(VersionCompetency::competencyId)
                .toList();
        return saying.size() == 1 ? Optional.of(saying.get(0)) : Optional.empty();
    }

    private static Finding finding(FrameworkVersion version, UUID id) {
        return version.content().findings().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("finding"));
    }

    private static List<String> plus(List<String> aliases, String alias) {
        Set<String> all = new LinkedHashSet<>(aliases);
        all.add(alias);
        return List.copyOf(all);
    }
}
