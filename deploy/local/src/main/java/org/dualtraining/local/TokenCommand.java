package org.dualtraining.local;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.dualtraining.testkit.IdentityProvider;
import org.dualtraining.testkit.TokenBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "token", description = "Print a bearer token for the services that run here, alone on the last line.")
final class TokenCommand implements Callable<Integer> {

    private enum Role {
        AGENCY,
        COLLEGE,
        EMPLOYER,
        APPRENTICE,
        DASHBOARD
    }

    /** The party that a role needs: the name of its option and of its claim. */
    private static final Map<Role, String> PARTY =
            Map.of(Role.COLLEGE, "provider", Role.EMPLOYER, "employer", Role.APPRENTICE, "apprentice");

    @Option(names = "--role", required = true, description = "One of agency, college, employer, apprentice, dashboard.")
    private Role role = Role.DASHBOARD;

    @Option(names = "--provider", paramLabel = "<id>", description = "For a college: the id of the provider.")
    private @Nullable UUID provider;

    @Option(names = "--employer", paramLabel = "<id>", description = "For an employer: its id.")
    private @Nullable UUID employer;

    @Option(names = "--apprentice", paramLabel = "<id>", description = "For an apprentice: their id.")
    private @Nullable UUID apprentice;

    @Option(
            names = "--valid-for",
            paramLabel = "<period>",
            description = "ISO 8601 duration, at most P1D. Default: ${DEFAULT-VALUE}.",
            defaultValue = "PT1H")
    private Duration validFor = Duration.ofHours(1);

    @Override
    public Integer call() {
        Home home = Home.ofScript().prepare();
        if (validFor.isNegative() || validFor.isZero() || validFor.compareTo(Duration.ofDays(1)) > 0) {
            throw new LauncherFailure("--valid-for must be more than nothing and at most P1D.");
        }
        TokenBuilder token = IdentityProvider.keptIn(home.secrets())
                .tokens()
                .token()
                .role(role.name().toLowerCase(Locale.ROOT))
                .validFor(validFor);
        addParty(token);
        System.out.println(token.mint());
        return 0;
    }

    private void addParty(TokenBuilder token) {
        String needed = PARTY.get(role);
        for (String party : PARTY.values()) {
            UUID id = id(party);
            if (party.equals(needed)) {
                if (id == null) {
                    throw new LauncherFailure(
                            "--role " + role.name().toLowerCase(Locale.ROOT) + " needs --" + party + " <id>.");
                }
                token.claim(party + "_id", id.toString());
            } else if (id != null) {
                throw new LauncherFailure(
                        "--" + party + " does not go with --role " + role.name().toLowerCase(Locale.ROOT) + ".");
            }
        }
    }

    private @Nullable UUID id(String party) {
        return switch (party) {
            case "provider" -> provider;
            case "employer" -> employer;
            default -> apprentice;
        };
    }
}
