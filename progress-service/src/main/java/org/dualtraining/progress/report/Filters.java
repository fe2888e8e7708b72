package org.dualtraining.progress.report;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.problem.Malformed;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters that narrow a report down. Use as {@code @BeanParam}. */
public class Filters {

    private static final int LENGTH = 36;

    @Parameter(
            description = "only plans of this occupation; an unknown one has none",
            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
    @QueryParam("occupation")
    @Nullable
    String occupation;

    @Parameter(
            description = "only plans of this employer; one that is unknown or another than the caller's has none",
            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
    @QueryParam("employer")
    @Nullable
    String employer;

    @Parameter(
            description = "only what this provider teaches, and plans in which it teaches something",
            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
    @QueryParam("provider")
    @Nullable
    String provider;

    /** What the caller may see of what is asked for: an employer sees itself, whatever it asks for. */
    public Question by(Caller caller) {
        UUID askedEmployer = id("employer", employer);
        UUID askedOccupation = id("occupation", occupation);
        UUID askedProvider = id("provider", provider);
        boolean isEmployer = !caller.isAgency() && caller.is(Role.EMPLOYER);
        UUID own = isEmployer ? caller.employerId() : null;
        return new Question(
                askedOccupation,
                own == null ? askedEmployer : own,
                askedProvider,
                own != null && askedEmployer != null && !own.equals(askedEmployer),
                caller.isAgency() || isEmployer);
    }

    private static @Nullable UUID id(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            if (text.length() == LENGTH) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException e) {
            // refused below, without the value
        }
        throw new Malformed(name, "must be a UUID, such as 6f1c1c1e-0000-4000-8000-000000000000");
    }
}
