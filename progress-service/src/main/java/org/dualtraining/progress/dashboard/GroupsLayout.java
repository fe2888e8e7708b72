package org.dualtraining.progress.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.progress.dashboard.FiguresReader.By;
import org.dualtraining.progress.dashboard.GroupsView.Group;

/** Lays groups out: with their names, in the order of names, and with what is left out. */
@ApplicationScoped
class GroupsLayout {

    private final FiguresReader reader;

    @Inject
    GroupsLayout(FiguresReader reader) {
        this.reader = reader;
    }

    GroupsView view(Freshness.Stamp stamp, By by, Map<UUID, Figures> figures) {
        Map<UUID, String> names = reader.names(by.name(), figures.keySet());
        List<UUID> ids = inOrder(names, figures.keySet());
        List<Group> items = new ArrayList<>();
        List<String> suppressed = new ArrayList<>();
        for (UUID id : ids) {
            Figures group = figures.getOrDefault(id, Figures.NONE_SHOWN);
            group.suppressed().forEach(name -> suppressed.add("/items/" + items.size() + "/" + name));
            items.add(new Group(
                    id,
                    names.get(id),
                    group.apprentices(),
                    group.plans(),
                    group.plansByStatus(),
                    group.lines(),
                    group.credits(),
                    group.averagePercent()));
        }
        return new GroupsView(stamp.asOf(), stamp.lag(), items, suppressed);
    }

    /** What is not shown at all. */
    static GroupsView hidden(Freshness.Stamp stamp) {
        return new GroupsView(stamp.asOf(), stamp.lag(), List.of(), List.of("/items"));
    }

    static List<UUID> inOrder(Map<UUID, String> names, Iterable<UUID> ids) {
        List<UUID> ordered = new ArrayList<>();
        ids.forEach(ordered::add);
        ordered.sort(
                Comparator.comparing((UUID id) -> names.getOrDefault(id, "")).thenComparing(Comparator.naturalOrder()));
        return ordered;
    }
}
