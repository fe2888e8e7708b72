package org.dualtraining.catalog.documentimport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Entry;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.FoundHeading;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Quoted;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Section;
import org.dualtraining.catalog.competencymodel.DocumentBounds;
import org.dualtraining.catalog.framework.SectionKind;
import org.dualtraining.catalog.identity.Names;
import org.dualtraining.catalog.workprocess.WorkProcessDocument;
import org.dualtraining.catalog.workprocess.WorkProcessDocument.WorkProcess;
import org.jspecify.annotations.Nullable;

/**
 * A work process schedule as a competency model: its courses are what is taught, its work processes with their skills what
 * is learned on the job. A period such as "Year One" is no competency; its skills are.
 */
final class ScheduleModel {

    private final Set<String> names = new HashSet<>();
    private final WorkProcessDocument schedule;

    private ScheduleModel(WorkProcessDocument schedule) {
        this.schedule = schedule;
    }

    static CompetencyModelDocument of(WorkProcessDocument schedule) {
        CompetencyModelDocument model = new ScheduleModel(schedule).model();
        DocumentBounds.require(model);
        ScheduleBounds.require(schedule);
        return model;
    }

    /** Which work processes and skills the schedule marks as core and which as optional, by their folded names. */
    static Map<String, Boolean> coreMarks(WorkProcessDocument schedule) {
        Map<String, Boolean> marks = new HashMap<>();
        schedule.processes().stream()
                .flatMap(process -> process.skills().stream())
                .forEach(skill -> marks.merge(Names.folded(skill.name()), skill.isCore(), Boolean::logicalOr));
        schedule.processes().stream()
                .filter(process -> !process.isPeriod())
                .forEach(process -> marks.merge(Names.folded(process.title()), process.isCore(), Boolean::logicalOr));
        return marks;
    }

    private CompetencyModelDocument model() {
        List<Entry> courses = schedule.courses().stream()
                .flatMap(course -> first(course.line(), course.name(), course.description(), List.of()))
                .toList();
        List<Entry> processes =
                schedule.processes().stream().flatMap(this::entries).toList();
        List<Section> sections = new ArrayList<>();
        if (!courses.isEmpty()) {
            sections.add(new Section(SectionKind.INDUSTRY_SECTOR_TECHNICAL, courses));
        }
        if (!processes.isEmpty()) {
            sections.add(new Section(SectionKind.OCCUPATION_SPECIFIC, processes));
        }
        return new CompetencyModelDocument(
                null,
                new Quoted(schedule.line(), schedule.occupation()),
                null,
                null,
                List.of(),
                List.of(),
                sections,
                List.of(),
                List.of(),
                schedule.headings().stream()
                        .map(heading -> new FoundHeading(heading.line(), heading.text(), heading.kind()))
                        .toList(),
                schedule.findings());
    }

    private Stream<Entry> entries(WorkProcess process) {
        // the parent's name first: a skill of the same name is the repeated one
        boolean isNew = !process.isPeriod() && names.add(Names.folded(process.title()));
        List<Entry> skills = process.skills().stream()
                .flatMap(skill -> first(skill.line(), skill.name(), null, List.of()))
                .toList();
        return isNew
                ? Stream.of(new Entry(process.line(), process.title(), process.description(), skills))
                : skills.stream();
    }

    private Stream<Entry> first(int line, String name, @Nullable String definition, List<Entry> children) {
        return names.add(Names.folded(name)) ? Stream.of(new Entry(line, name, definition, children)) : Stream.empty();
    }
}
