package org.dualtraining.catalog.occupation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dualtraining.catalog.occupation.Occupation.Code;
import org.dualtraining.kit.precondition.Versioned;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.kit.problem.Problem.Violation;
import org.dualtraining.kit.problem.Unprocessable;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** An agency says which codes an occupation has. They replace those that it entered before; all others stay. */
@ApplicationScoped
class EnterCodes {

    private static final Logger LOG = Logger.getLogger(EnterCodes.class);

    private final Occupations occupations;
    private final OccupationCodes codes;

    @Inject
    EnterCodes(Occupations occupations, OccupationCodes codes) {
        this.occupations = occupations;
        this.codes = codes;
    }

    @Transactional
    ListedOccupation handle(UUID id, CodesInput input, @Nullable String ifMatch) {
        ListedOccupation occupation = occupations.findLocked(id).orElseThrow(() -> new NotFound("occupation"));
        Versioned.requireMatch(ifMatch, Versioned.tag(occupation.revision()));
        codes.replace(occupation.key(), CodeOrigin.AGENCY, read(input));
        occupations.touch(id);
        LOG.infof("codes entered occupation=%s", id);
        return occupations.find(id).orElseThrow(() -> new NotFound("occupation"));
    }

    private static Set<Code> read(CodesInput input) {
        Set<Code> read = new LinkedHashSet<>();
        List<Violation> wrong = new ArrayList<>();
        for (int i = 0; i < input.onetSocCodes().size(); i++) {
            List<Code> found = OccupationCodes.onetSoc(input.onetSocCodes().get(i), CodeOrigin.AGENCY);
            if (found.isEmpty()) {
                wrong.add(new Violation(
                        "/onetSocCodes/" + i, "must be a code of O*NET-SOC 2010 or 2019, such as 29-2072.00"));
            }
            read.addAll(found);
        }
        for (int i = 0; i < input.rapidsCodes().size(); i++) {
            List<Code> found = OccupationCodes.rapids(input.rapidsCodes().get(i), CodeOrigin.AGENCY);
            if (found.isEmpty()) {
                wrong.add(new Violation(
                        "/rapidsCodes/" + i,
                        "must be a number of up to four digits, with CB, HY or TB behind it or not"));
            }
            read.addAll(found);
        }
        if (!wrong.isEmpty()) {
            throw new Unprocessable("Not every code is one: see errors.", wrong);
        }
        return read;
    }
}
