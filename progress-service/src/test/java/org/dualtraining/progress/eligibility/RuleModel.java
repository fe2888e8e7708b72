package org.dualtraining.progress.eligibility;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.dualtraining.progress.eligibility.Requirement.Competency;
import org.dualtraining.progress.eligibility.Requirement.Credential;
import org.dualtraining.progress.eligibility.Requirement.Expiring;
import org.dualtraining.progress.eligibility.Requirement.Hours;
import org.dualtraining.progress.eligibility.Requirement.Parts;
import org.jspecify.annotations.Nullable;

/**
 * What a rule means, said a second time and as simply as can be: one day at a time, looking at every day before it. It
 * shares nothing with the rule but the records.
 */
final class RuleModel {

    private final Held held;
    private final IdentityHashMap<Requirement, Map<LocalDate, Boolean>> known = new IdentityHashMap<>();

    RuleModel(Held held) {
        this.held = held;
    }

    /** Whether a requirement is met on a day. */
    boolean isMet(Requirement requirement, LocalDate day) {
        Map<LocalDate, Boolean> days = known.computeIfAbsent(requirement, node -> new HashMap<>());
        Boolean before = days.get(day);
        if (before != null) {
            return before;
        }
        boolean isMet = find(requirement, day);
        days.put(day, isMet);
        return isMet;
    }

    private boolean find(Requirement requirement, LocalDate day) {
        if (requirement instanceof Parts parts) {
            return parts.parts().stream().filter(part -> isMet(part, day)).count() >= parts.needed();
        }
        if (requirement instanceof Expiring expiring) {
            return isWithin(expiring.requirement(), expiring.validFor(), day);
        }
        if (requirement instanceof Credential credential) {
            return held.attested().credentials().stream()
                    .filter(award -> award.credentialId().equals(credential.credentialId()))
                    .anyMatch(award -> isValid(award, credential.within(), day));
        }
        if (requirement instanceof Hours hours) {
            return statedBy(hours, day) >= hours.minimum();
        }
        HeldCredit credit = held.credits().get(((Competency) requirement).competencyId());
        return credit != null
                && !credit.completedOn().isAfter(day)
                && reaches(credit, ((Competency) requirement).minimumRating());
    }

    /** Met without a break since a day on which it was reached, and that is not too long ago. */
    private boolean isWithin(Requirement requirement, Period validFor, LocalDate day) {
        for (LocalDate reached = day;
                !reached.isBefore(RandomRule.FIRST) && isMet(requirement, reached);
                reached = reached.minusDays(1)) {
            if (isReached(requirement, reached) && day.isBefore(reached.plus(validFor))) {
                return true;
            }
        }
        return false;
    }

    /** Whether something that it asks for happens on a day, and it is met then. */
    private boolean isReached(Requirement requirement, LocalDate day) {
        if (!isMet(requirement, day)) {
            return false;
        }
        if (requirement instanceof Parts parts) {
            return parts.parts().stream().anyMatch(part -> isReached(part, day));
        }
        if (requirement instanceof Expiring expiring) {
            return isReached(expiring.requirement(), day);
        }
        if (requirement instanceof Credential credential) {
            return held.attested().credentials().stream()
                    .anyMatch(award -> award.credentialId().equals(credential.credentialId())
                            && award.awardedOn().equals(day));
        }
        if (requirement instanceof Hours hours) {
            return held.attested().hours().stream()
                    .anyMatch(month -> month.delivery() == hours.delivery()
                            && month.hours() > 0
                            && month.month().atEndOfMonth().equals(day));
        }
        HeldCredit credit = held.credits().get(((Competency) requirement).competencyId());
        return credit != null && credit.completedOn().equals(day);
    }

    private static boolean isValid(Attested.PriorCredential award, @Nullable Period within, LocalDate day) {
        return !award.awardedOn().isAfter(day)
                && (award.expiresOn() == null || award.expiresOn().isAfter(day))
                && (within == null || award.awardedOn().plus(within).isAfter(day));
    }

    private long statedBy(Hours hours, LocalDate day) {
        return held.attested().hours().stream()
                .filter(month -> month.delivery() == hours.delivery()
                        && !month.month().atEndOfMonth().isAfter(day))
                .mapToLong(Attested.Hours::hours)
                .sum();
    }

    private static boolean reaches(HeldCredit credit, @Nullable Integer minimum) {
        return minimum == null || (credit.rating() != null && credit.rating() >= minimum);
    }
}
