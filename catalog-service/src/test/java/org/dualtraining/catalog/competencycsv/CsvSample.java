package org.dualtraining.catalog.competencycsv;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Small files, made for the tests. */
public final class CsvSample {

    /** As Moodle writes it today. */
    public static final String HEADINGS =
            "\"Parent ID number\",\"ID number\",\"Short name\",Description,\"Description format\",\"Scale values\","
                    + "\"Scale configuration\",\"Rule type (optional)\",\"Rule outcome (optional)\","
                    + "\"Rule config (optional)\",\"Cross-referenced competency ID numbers\",\"Exported ID (optional)\","
                    + "\"Is framework\",Taxonomy";

    /** As Moodle wrote it at first. */
    public static final String OLD_HEADINGS =
            "\"Parent id number\",\"Id number\",Shortname,Description,\"Description format\",\"Scale values\","
                    + "\"Scale configuration\",\"Rule type (optional)\",\"Rule outcome (optional)\","
                    + "\"Rule config (optional)\",\"Cross referenced competency id numbers\",\"Exported id (optional)\","
                    + "\"Is framework\",Taxonomy";

    /** A framework of five competencies with everything that the columns can hold; a child stands before its parent. */
    private static final String ROWS = """
            ,%s,"Wood Shop","<p>What a <b>cabinet maker</b> does.</p>",1,"Not yet,Done","[{""scaleid"":""2""},{""id"":2,""scaledefault"":1,""proficient"":1}]",,,,,,1,"domain,competency,competency,competency"
            saws,band-saw,"Band saw","<p>Sets the guides.</p>
            <ul><li>Cuts curves</li><li>Says &quot;clear&quot; &amp; waits</li></ul>",1,"Low,High","[{""scaleid"":""9""}]",core_competency\\competency_rule_all,2,null,"glue,planes%%2C hand",11,,
            ,saws,Saws,,1,,,,0,null,,12,,
            saws,table-saw,"Table saw, 10\""","Plain; with ""quotes\""",2,,,,0,null,,13,,
            ,"planes, hand","Hand planes","=cmd|' /C calc'!A0",2,,,,0,null,band-saw,14,,
            ,glue,-Glue,'+it,2,,,,0,null,,15,0,
            """;

    private CsvSample() {}

    public static String of(String idNumber) {
        return HEADINGS + "\n" + ROWS.formatted(idNumber);
    }

    static String oldDialect(String idNumber) {
        return OLD_HEADINGS + "\n" + ROWS.formatted(idNumber);
    }

    static CompetencyCsv read(String text) {
        return CompetencyCsv.read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file of these rows, each "parent,id,name". */
    public static String withRows(String... rows) {
        return "Parent ID number,ID number,Short name,Is framework\n,F,Framework,1\n"
                + String.join(",\n", List.of(rows)) + ",\n";
    }

    /** A framework of so many competencies, ten below each of the first ones. */
    public static String large(String idNumber, int competencies) {
        StringBuilder text = new StringBuilder(HEADINGS).append("\r\n,").append(idNumber);
        text.append(",Large,,1,\"A,B\",,,,,,,1,competency\r\n");
        for (int i = 1; i <= competencies; i++) {
            text.append(i <= 10 ? "" : "C" + (i / 10))
                    .append(",C")
                    .append(i)
                    .append(",\"Competency, no ")
                    .append(i);
            text.append("\",\"<p>Does what number ").append(i).append(" is about\nand says so.</p>\",1,,,,0,null,\"C");
            text.append(competencies - i + 1).append("\",").append(i).append(",,\r\n");
        }
        return text.toString();
    }
}
