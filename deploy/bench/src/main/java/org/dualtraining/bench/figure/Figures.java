package org.dualtraining.bench.figure;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Consumer;

/** Measures the wanted figures one after the other, and hands each over as soon as it is there. */
public final class Figures {

    private final Bench bench;
    private final Sizes sizes;

    /**
     * How much of everything.
     *
     * @param events of the intake
     * @param textbookEvents of the textbook's consumer
     * @param apprentices of single posts, ten each
     * @param reads in a round
     * @param fewCredits and {@code manyCredits}: the sizes that are compared
     */
    public record Sizes(int events, int textbookEvents, int apprentices, int reads, int fewCredits, int manyCredits) {

        public static Sizes ordinary(int events, int credits) {
            return new Sizes(events, Math.min(events, 5_000), 1_000, 2_000, 10_000, credits);
        }

        public static Sizes quick() {
            return new Sizes(2_000, 200, 12, 50, 500, 3_000);
        }
    }

    /** The figures of the performance goals that this measures. */
    public enum Name {
        P1,
        P1B,
        P3,
        P4,
        P5,
        P6
    }

    public Figures(Bench bench, Sizes sizes) {
        this.bench = bench;
        this.sizes = sizes;
    }

    public void measure(Set<Name> wanted, Consumer<Figure> out) throws SQLException {
        if (wanted.contains(Name.P3)) {
            out.accept(new SinglePostFigure(bench).measure(sizes.apprentices()));
        }
        if (wanted.contains(Name.P4)) {
            new ReadFigures(bench).measure(sizes.reads()).forEach(out);
        }
        if (wanted.contains(Name.P5)) {
            out.accept(new VisibilityFigure(bench).measure(Math.max(1, sizes.apprentices() / 2)));
        }
        if (wanted.contains(Name.P6)) {
            ScaleFigures scale = new ScaleFigures(bench);
            ScaleFigures.Measured few = scale.measure(sizes.fewCredits());
            intake(wanted, out);
            ScaleFigures.compare(few, scale.measure(sizes.manyCredits())).forEach(out);
        } else {
            intake(wanted, out);
        }
    }

    /** Few credits must be measured before it, and many after it. */
    private void intake(Set<Name> wanted, Consumer<Figure> out) throws SQLException {
        if (!wanted.contains(Name.P1) && !wanted.contains(Name.P1B)) {
            return;
        }
        Figure intake = new IntakeFigure(bench).measure(sizes.events());
        out.accept(intake);
        if (wanted.contains(Name.P1B)) {
            out.accept(new TextbookFigure(bench).measure(intake.ours(), sizes.textbookEvents()));
        }
    }
}
