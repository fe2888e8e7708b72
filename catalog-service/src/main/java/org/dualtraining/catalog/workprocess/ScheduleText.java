package org.dualtraining.catalog.workprocess;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.dualtraining.catalog.identity.Names;
import org.dualtraining.catalog.identity.OccupationTitle;
import org.dualtraining.catalog.rendition.Rendition;
import org.dualtraining.catalog.workprocess.WorkProcessDocument.Heading;
import org.jspecify.annotations.Nullable;

/** Reads the labor department's Appendix A: work processes, and the outline of related instruction with its hours. */
final class ScheduleText {

    private static final String ON_THE_JOB = "on[- ]the[- ]job (?:learning|training)";

    private static final Pattern PROCESSES = Pattern.compile("(?:appendix [a-z]\\W{0,3})?(?:" + ON_THE_JOB
            + " (?:outline|schedule)|work process(?:es)? (?:schedule|outline)|schedule of work process(?:es)?)"
            + "(?: (?:and|for|of) .{0,80}[^.])?");

    /** Too little to tell a document of this family; inside one it is what follows the clauses. */
    private static final Pattern PROCESSES_ALONE = Pattern.compile("work process(?:es)? ?:?");

    /** The schedule itself may be a clause. */
    private static final Pattern NUMBER = Pattern.compile("(?:\\d{1,2}|[a-z])[.)] ?(?=work process)");

    private static final Pattern INSTRUCTION =
            Pattern.compile("(?:appendix [a-z]\\W{0,3})?related (?:technical )?(?:instruction|training)"
                    + " (?:outline|schedule|curriculum)(?: (?:for|of) .{0,80}[^.])?");

    private static final Pattern WAGES = Pattern.compile("(?:apprentices?'? )?wage (?:schedule|progression|scale)");
    private static final Pattern OTHER_TITLE = Pattern.compile(
            "(.{2,}?)\\s*\\(\\s*((?:existing|alternate|alternative|other) titles?)\\s*:\\s*([^()]+)\\)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern COVER = Pattern.compile("and|appendix [a-z]");

    private static final Pattern ONET = Pattern.compile(
            "o\\*?net[-\\s]*(?:soc)?\\s*(?:code)?\\s*[:#]?\\s*(\\d{2}-\\d{4}(?:\\.\\d{2})?)", Pattern.CASE_INSENSITIVE);

    private static final Pattern RAPIDS =
            Pattern.compile("rapids\\s*(?:code)?\\s*[:#]?\\s*(\\d[\\w.()/-]{0,12})", Pattern.CASE_INSENSITIVE);

    private static final Pattern ONET_LABEL = Pattern.compile("o\\*net", Pattern.CASE_INSENSITIVE);
    private static final Pattern RAPIDS_LABEL = Pattern.compile("rapids\\s*code", Pattern.CASE_INSENSITIVE);

    private static final Pattern CODES = Pattern.compile(".*(?:o\\*net|rapids\\s*code).*", Pattern.DOTALL);

    private static final Pattern OCCUPATION =
            Pattern.compile("occupation(?:al)?(?: title)?\\s*:\\s*(\\S.*)", Pattern.CASE_INSENSITIVE);

    private static final Pattern LABELLED =
            Pattern.compile("(\\p{Lu}[\\p{L} /()'-]{2,60}):[\\s\\p{Z}]*(\\S.{0,300})", Pattern.DOTALL);

    private static final int LONGEST_TITLES = 1_000;

    private final List<TextRow> rows;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Heading> headings = new ArrayList<>();
    private final Map<String, String> details = new LinkedHashMap<>();
    private final Set<String> onetSocCodes = new LinkedHashSet<>();
    private final Set<String> rapidsCodes = new LinkedHashSet<>();
    private final TextClauses clauses = new TextClauses(details);
    private final TextProcesses processes;
    private final TextInstruction instruction;
    private String occupation = "";
    private int occupationLine;
    private Part part = Part.NONE;

    private ScheduleText(Rendition rendition) {
        rows = TextRow.of(rendition);
        processes = new TextProcesses(rendition.format(), findings, headings, details);
        instruction = new TextInstruction(rendition.format(), findings, headings);
    }

    /** What the rows below a heading are. */
    private enum Part {
        NONE,
        WORK_PROCESSES,
        RELATED_INSTRUCTION,
        WAGE_SCHEDULE,
        CLAUSE
    }

    static boolean isOfFamily(Rendition rendition) {
        return TextRow.of(rendition).stream()
                .map(TextRow::folded)
                .anyMatch(text -> PROCESSES.matcher(text).matches()
                        || INSTRUCTION.matcher(text).matches());
    }

    static WorkProcessDocument read(Rendition rendition) {
        return new ScheduleText(rendition).document();
    }

    private WorkProcessDocument document() {
        for (int at = 0; at < rows.size(); at++) {
            readRow(rows.get(at), at + 1 < rows.size() ? rows.get(at + 1) : null);
        }
        List<String> missing = new ArrayList<>();
        if (occupation.isEmpty()) {
            missing.add("the occupation below a heading such as 'WORK PROCESS SCHEDULE'");
        }
        if (processes.processes().isEmpty() && instruction.courses().isEmpty()) {
            missing.add("rows of a table of work processes or of related instruction with their hours");
        }
        if (!missing.isEmpty()) {
            throw new NoWorkProcessSchedule(missing);
        }
        return new WorkProcessDocument(
                occupationLine,
                occupation,
                List.copyOf(onetSocCodes),
                List.copyOf(rapidsCodes),
                details,
                processes.processes(),
                instruction.courses(),
                clauses.wageSchedule(),
                headings,
                findings);
    }

    private void readRow(TextRow row, @Nullable TextRow next) {
        String folded = row.folded();
        if (readHeading(row, folded) || readCodes(row, folded) || readOccupation(row, folded)) {
            return;
        }
        boolean isLabelled = row.cells().size() == 1
                && !row.isItem()
                && LABELLED.matcher(row.text()).matches();
        if (isLabelled && (part == Part.NONE || mayBeLabelled(row))) {
            Matcher labelled = LABELLED.matcher(row.text());
            if (labelled.matches() && !TextProcesses.opensProcess(row.text())) {
                details.putIfAbsent(Names.trimmed(labelled.group(1)), Names.trimmed(labelled.group(2)));
                return;
            }
        }
        switch (part) {
            case WORK_PROCESSES -> processes.read(row, next);
            case RELATED_INSTRUCTION -> instruction.read(row, next);
            case WAGE_SCHEDULE -> clauses.readWageSchedule(row);
            case CLAUSE -> clauses.read(row);
            case NONE ->
                findings.add(Finding.at(
                        row.line(),
                        FindingKind.UNREAD_LINE,
                        row.quoted(),
                        "stands above the first heading of a work process schedule"));
        }
    }

    /** Above the first work process, and what the outline says of its provider. */
    private boolean mayBeLabelled(TextRow row) {
        return (part == Part.WORK_PROCESSES && processes.isEmpty())
                || (part == Part.RELATED_INSTRUCTION && row.folded().matches("(?:[a-z ]* )?provider\\b.*"));
    }

    private boolean readHeading(TextRow row, String folded) {
        String heading = NUMBER.matcher(folded).replaceFirst("");
        boolean opensProcesses = PROCESSES.matcher(heading).matches()
                || PROCESSES_ALONE.matcher(heading).matches();
        if (!opensProcesses && processes.isEmpty() && instruction.courses().isEmpty() && clauses.opens(row)) {
            part = Part.CLAUSE;
            headings.add(new Heading(row.line(), row.quoted(), "CLAUSE"));
            return true;
        }
        Part opened = opensProcesses
                ? Part.WORK_PROCESSES
                : INSTRUCTION.matcher(folded).matches()
                        ? Part.RELATED_INSTRUCTION
                        : WAGES.matcher(folded).matches() ? Part.WAGE_SCHEDULE : Part.NONE;
        if (opened != Part.NONE) {
            part = opened;
            headings.add(new Heading(row.line(), row.quoted(), opened.name()));
        }
        return opened != Part.NONE || COVER.matcher(folded).matches();
    }

    /** Both stand on one line, often with nothing between them. */
    private boolean readCodes(TextRow row, String folded) {
        if (!CODES.matcher(folded).matches()) {
            return false;
        }
        String text = Names.typographic(String.join(" ", row.cells()));
        readCodes(row, text, ONET, ONET_LABEL, onetSocCodes);
        readCodes(row, text, RAPIDS, RAPIDS_LABEL, rapidsCodes);
        return true;
    }

    private void readCodes(TextRow row, String text, Pattern code, Pattern label, Set<String> into) {
        List<String> found =
                code.matcher(text).results().map(result -> result.group(1)).toList();
        into.addAll(found);
        if (found.isEmpty() && label.matcher(text).find()) {
            findings.add(Finding.at(
                    row.line(),
                    FindingKind.CODE_NOT_KNOWN,
                    row.quoted(),
                    "the line is about a code of the occupation and none could be read; an O*NET-SOC code is written"
                            + " as 29-2071.00, a RAPIDS code as 0837"));
        }
    }

    /** It is said, or it is what follows the first heading; each part repeats it. */
    private boolean readOccupation(TextRow row, String folded) {
        Matcher said = OCCUPATION.matcher(row.quoted());
        boolean isSaid = said.matches();
        if (occupation.isEmpty() && (isSaid || part != Part.NONE)) {
            String title = isSaid ? said.group(1) : row.text();
            if (!OccupationTitle.isOne(title)) {
                return false;
            }
            Matcher other = OTHER_TITLE.matcher(title);
            String name = Names.trimmed(other.matches() ? other.group(1) : title);
            if (!OccupationTitle.isOne(name)) {
                return false;
            }
            if (other.matches()) {
                details.put(other.group(2), Names.trimmed(other.group(3)));
            }
            occupation = name;
            occupationLine = row.line();
            headings.add(new Heading(row.line(), row.quoted(), "OCCUPATION"));
            return true;
        }
        // a longer row is no title, and the pattern takes the square of its length
        if (row.quoted().length() > LONGEST_TITLES) {
            return isSaid;
        }
        Matcher other = OTHER_TITLE.matcher(row.quoted());
        String again = other.matches() ? Names.folded(other.group(1)) : folded;
        return isSaid || again.equals(Names.folded(occupation));
    }
}
