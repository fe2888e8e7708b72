package org.dualtraining.catalog.framework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dualtraining.catalog.framework.FrameworkHistory.Change;
import org.dualtraining.catalog.identity.CatalogIds;
import org.dualtraining.catalog.identity.Names;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.kit.problem.Unprocessable;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What an agency does with the competencies of a draft. */
@ApplicationScoped
class DraftEdits {

    private static final Logger LOG = Logger.getLogger(DraftEdits.class);

    private final OpenDrafts drafts;
    private final VersionStore store;
    private final Competencies competencies;

    @Inject
    DraftEdits(OpenDrafts drafts, VersionStore store, Competencies competencies) {
        this.drafts = drafts;
        this.store = store;
        this.competencies = competencies;
    }

    /** Rewords or moves a competency. Its id stays: for another meaning there must be another competency. */
    @Transactional
    FrameworkVersion edit(UUID framework, int number, UUID id, CompetencyInput input, @Nullable String ifMatch) {
        FrameworkVersion draft = drafts.get(framework, number, ifMatch, found -> competency(found, id));
        requireFreeName(draft, id, input.name());
        VersionCompetency edited = input.appliedTo(competency(draft, id));
        List<VersionCompetency> rows = new ArrayList<>(draft.content().competencies());
        rows.replaceAll(row -> row.competencyId().equals(id) ? edited : row);
        if (input.place() != null) {
            rows = new Outline(rows).withPlaced(edited, input.place());
        }
        return store(draft, rows, HistoryAction.COMPETENCY_EDITED, id, null);
    }

    /** Adds a competency: the one that bore this name in an earlier version, or a new one. */
    @Transactional
    Added add(UUID framework, int number, CompetencyInput input, @Nullable String ifMatch) {
        FrameworkVersion draft = drafts.get(framework, number, ifMatch);
        if (input.place() == null) {
            throw new Unprocessable("/place", "is needed: the section, and the parent if it has one");
        }
        UUID id = newId(draft, input.name());
        requireFreeName(draft, null, input.name());
        Outline outline = new Outline(draft.content().competencies());
        VersionCompetency added = input.appliedTo(new VersionCompetency(
                id,
                null,
                input.place().section(),
                0,
                outline.nextFormPosition(),
                input.name(),
                null,
                true,
                List.of(),
                null,
                false));
        return new Added(
                id,
                store(
                        draft,
                        outline.withPlaced(added, input.place()),
                        HistoryAction.COMPETENCY_ADDED,
                        id,
                        input.name()));
    }

    /** Takes a competency out of a draft, for good reasons only: versions that have it keep it. */
    @Transactional
    FrameworkVersion retire(UUID framework, int number, UUID id, @Nullable UUID replacedBy, @Nullable String ifMatch) {
        FrameworkVersion draft = drafts.get(framework, number, ifMatch, found -> competency(found, id));
        VersionCompetency retired = competency(draft, id);
        if (draft.content().competencies().stream().anyMatch(row -> id.equals(row.parentId()))) {
            throw new HasChildren();
        }
        // what it had replaced is replaced by what takes its place
        VersionContent without = draft.content()
                .identified(known -> known.equals(id) ? Optional.ofNullable(replacedBy) : Optional.of(known));
        List<Replacement> replacements = new ArrayList<>(without.replacements());
        if (replacedBy != null) {
            boolean isOther = !replacedBy.equals(id)
                    && draft.content().competencies().stream()
                            .anyMatch(row -> row.competencyId().equals(replacedBy));
            if (!isOther) {
                throw new Unprocessable("replacedBy", "must be the id of another competency of the draft");
            }
            replacements.add(new Replacement(id, replacedBy));
        }
        VersionContent content = without.withReplacements(replacements)
                .with(new Outline(draft.content().competencies()).without(id));
        store.rewriteDraft(draft, content, new Change(HistoryAction.COMPETENCY_RETIRED, id, retired.name()));
        LOG.infof("competency retired framework=%s version=%d competency=%s", framework, number, id);
        return drafts.reload(draft);
    }

    private FrameworkVersion store(
            FrameworkVersion draft,
            List<VersionCompetency> rows,
            HistoryAction action,
            UUID competency,
            @Nullable String detail) {
        store.rewriteDraft(draft, draft.content().with(rows), new Change(action, competency, detail));
        LOG.infof(
                "draft edited framework=%s version=%d competency=%s action=%s",
                draft.frameworkId(), draft.number(), competency, action);
        return drafts.reload(draft);
    }

    /** The id of the one that bore the name before, unless the draft has that under another name by now. */
    private UUID newId(FrameworkVersion draft, String name) {
        UUID framework = draft.frameworkId();
        Set<UUID> inDraft = draft.content().competencies().stream()
                .map(VersionCompetency::competencyId)
                .collect(Collectors.toSet());
        return competencies
                .named(framework, name)
                .filter(id -> !inDraft.contains(id))
                .orElseGet(
                        () -> CatalogIds.freeCompetency(framework, name, competencies.namesIn(framework)::containsKey));
    }

    private static VersionCompetency competency(FrameworkVersion draft, UUID id) {
        return draft.content().competencies().stream()
                .filter(row -> row.competencyId().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("competency"));
    }

    private static void requireFreeName(FrameworkVersion draft, @Nullable UUID own, String name) {
        boolean isTaken = draft.content().competencies().stream()
                .anyMatch(other -> !other.competencyId().equals(own) && Names.isSame(other.name(), name));
        if (isTaken) {
            throw new Unprocessable("/name", "must differ from the name of every other competency of the version");
        }
    }

    /** The draft with a competency that was added to it. */
    record Added(UUID id, FrameworkVersion draft) {}
}
