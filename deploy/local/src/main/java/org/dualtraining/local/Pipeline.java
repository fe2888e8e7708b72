package org.dualtraining.local;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;

/** The program behind the script {@code ./pipeline}. */
@Command(
        name = "pipeline",
        description = "The whole dual-training system on this machine: PostgreSQL, Kafka and three services.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        // the script's own: a Maven command, and programs beside this one
        footer = {
            "  test    Build everything and run every test (mvn verify).",
            "  bench   Measure the performance figures, each against its baseline in the same run.",
            "  chaos   Kill and freeze processes and servers of a platform of its own, and judge what came of it.",
            "",
            "Environment (with what holds when it is not set):",
            "${sys:pipeline.ports}",
            "  PIPELINE_HOME                        .pipeline (data, keys and logs)",
            "  JAVA_HOME                            the java of the PATH",
            "  NO_COLOR                             set it for output without colours"
        },
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            TokenCommand.class,
            DemoCommand.class,
            HelpCommand.class
        })
final class Pipeline {

    private Pipeline() {}

    public static void main(String[] arguments) {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        System.setProperty("pipeline.ports", Ports.variables());
        CommandLine commandLine = new CommandLine(new Pipeline())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(Pipeline::explain);
        commandLine.getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(command -> command.findOption("--help") == null)
                .forEach(command -> command.addMixin("help", CommandSpec.forAnnotatedObject(new HelpOption())));
        System.exit(commandLine.execute(arguments.length == 0 ? new String[] {"help"} : arguments));
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
