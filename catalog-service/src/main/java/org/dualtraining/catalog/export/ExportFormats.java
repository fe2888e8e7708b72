package org.dualtraining.catalog.export;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.dualtraining.kit.problem.Malformed;
import org.jspecify.annotations.Nullable;

/** The formats that this catalog writes. */
@ApplicationScoped
class ExportFormats {

    private final List<ExportFormat> formats;

    @Inject
    ExportFormats(@All List<ExportFormat> formats) {
        this.formats = formats.stream()
                .sorted(Comparator.comparing(ExportFormat::name))
                .toList();
    }

    /** The format of this name; there is no default, because no one of them is what everybody means. */
    ExportFormat named(@Nullable String name) {
        return formats.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Malformed(
                        "format",
                        "must be one of "
                                + formats.stream().map(ExportFormat::name).collect(Collectors.joining(", "))));
    }
}
