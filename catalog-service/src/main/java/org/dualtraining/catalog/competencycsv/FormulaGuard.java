package org.dualtraining.catalog.competencycsv;

/**
 * Keeps spreadsheets from running text as a formula: what would begin one gets an apostrophe in front. An apostrophe
 * that already stands there gets another, so that reading takes back exactly what writing added.
 */
final class FormulaGuard {

    private static final char APOSTROPHE = '\'';
    private static final String STARTS_OF_FORMULAS = "=+-@\t\r";

    private FormulaGuard() {}

    static String guarded(String cell) {
        return wouldRun(cell) ? APOSTROPHE + cell : cell;
    }

    static String unguarded(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == APOSTROPHE && wouldRun(cell) ? cell.substring(1) : cell;
    }

    private static boolean wouldRun(String cell) {
        int i = 0;
        while (i < cell.length() && cell.charAt(i) == APOSTROPHE) {
            i++;
        }
        return i < cell.length() && STARTS_OF_FORMULAS.indexOf(cell.charAt(i)) >= 0;
    }
}
