package org.dualtraining.catalog.casepackage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a check finds: problems, and what is read or written otherwise than the file has it. Counts all, keeps the first. */
public final class PackageFindings {

    private static final int MOST = 10_000;

    private final List<PackageProblem> problems = new ArrayList<>();
    private final List<PackageNote> notes = new ArrayList<>();
    private int problemCount;
    private int noteCount;
    private int fatalCount;

    void wrong(String pointer, String detail) {
        add(new PackageProblem(pointer, detail, true));
    }

    /** Cannot be kept whatever is chosen. */
    void fatal(String pointer, String detail) {
        fatalCount++;
        add(new PackageProblem(pointer, detail, false));
    }

    private void add(PackageProblem problem) {
        problemCount++;
        if (problems.size() < MOST) {
            problems.add(problem);
        }
    }

    void note(String pointer, String detail) {
        noteCount++;
        if (notes.size() < MOST) {
            notes.add(new PackageNote(pointer, detail));
        }
    }

    public List<PackageProblem> problems() {
        return Collections.unmodifiableList(problems);
    }

    public List<PackageNote> notes() {
        return Collections.unmodifiableList(notes);
    }

    public int problemCount() {
        return problemCount;
    }

    public int noteCount() {
        return noteCount;
    }

    public boolean isFatal() {
        return fatalCount > 0;
    }
}
