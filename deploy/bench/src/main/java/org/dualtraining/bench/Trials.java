package org.dualtraining.bench;

import org.dualtraining.local.ApiClient;
import org.dualtraining.local.HelpOption;
import org.dualtraining.local.LauncherFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** The program behind {@code ./pipeline bench} and {@code ./pipeline chaos}. */
@Command(
        name = "pipeline",
        subcommands = {BenchCommand.class, ChaosCommand.class})
final class Trials {

    private Trials() {}

    public static void main(String[] arguments) {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        CommandLine commandLine = new CommandLine(new Trials())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(Trials::explain);
        commandLine.getSubcommands().values().forEach(command -> command.getCommandSpec()
                .addMixin("help", CommandSpec.forAnnotatedObject(new HelpOption())));
        System.exit(commandLine.execute(arguments));
    }

    /** A failure that the message explains needs no stack trace; anything else is a defect and keeps it. */
    private static int explain(Exception failure, CommandLine commandLine, CommandLine.ParseResult parsed)
            throws Exception {
        if (failure instanceof LauncherFailure || failure instanceof ApiClient.NoAnswer) {
            System.err.println(failure.getMessage());
            return 1;
        }
        throw failure;
    }
}
