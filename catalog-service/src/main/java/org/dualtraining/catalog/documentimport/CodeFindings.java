package org.dualtraining.catalog.documentimport;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.dualtraining.catalog.occupation.OnetCrosswalk;
import org.dualtraining.catalog.occupation.OnetSocCode;
import org.dualtraining.catalog.occupation.RapidsCode;
import org.dualtraining.catalog.rendition.RenderedLine;
import org.dualtraining.catalog.rendition.Rendition;
import org.dualtraining.catalog.workprocess.WorkProcessDocument;

/** The codes of a schedule that no occupation will be found by: they are kept as written and mean nothing. */
final class CodeFindings {

    private final Rendition rendition;
    private final WorkProcessDocument schedule;

    private CodeFindings(Rendition rendition, WorkProcessDocument schedule) {
        this.rendition = rendition;
        this.schedule = schedule;
    }

    static List<Finding> of(Rendition rendition, WorkProcessDocument schedule) {
        CodeFindings codes = new CodeFindings(rendition, schedule);
        return Stream.concat(
                        schedule.onetSocCodes().stream().flatMap(code -> codes.onetSoc(code).stream()),
                        schedule.rapidsCodes().stream().flatMap(code -> codes.rapids(code).stream()))
                .toList();
    }

    private Optional<Finding> onetSoc(String written) {
        Optional<OnetSocCode> code = OnetSocCode.parse(written);
        if (code.isEmpty()) {
            return Optional.of(finding(written, "is no O*NET-SOC code, which is written as 29-2071.00"));
        }
        return OnetCrosswalk.shipped().systemsOf(code.get()).isEmpty()
                ? Optional.of(finding(
                        written, "is in the form of an O*NET-SOC code and in the list of neither 2010 nor 2019"))
                : Optional.empty();
    }

    private Optional<Finding> rapids(String written) {
        return RapidsCode.parse(written).isPresent()
                ? Optional.empty()
                : Optional.of(finding(written, "is no RAPIDS code, which is written as 0837 or 0837CB"));
    }

    private Finding finding(String code, String reason) {
        int line = rendition.lines().stream()
                .filter(candidate -> candidate.text().contains(code))
                .map(RenderedLine::number)
                .findFirst()
                .orElse(schedule.line());
        return Finding.at(
                line,
                FindingKind.CODE_NOT_KNOWN,
                code,
                reason + "; it is kept as it is written and the occupation is not found by it");
    }
}
