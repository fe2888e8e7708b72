package org.dualtraining.progress.smallgroup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Divides all atoms into blocks that may be shown. An answer is shown when it is about whole blocks: then all that can be
 * worked out from any number of answers are sums over blocks, whatever is filtered and subtracted.
 *
 * <p>An atom that may be shown is a block. The others of its occupation are put together, with the smallest
 * block of the occupation that is enough, or as many as it takes; what still may not be shown goes together with that of other occupations.
 */
final class Partition {

    private final List<Block> blocks = new ArrayList<>();
    private final Map<Atom, Block> blockOf = new HashMap<>();
    private final Predicate<long[]> rule;
    private final SecretOrder order;

    private Partition(Predicate<long[]> rule, SecretOrder order) {
        this.rule = rule;
        this.order = order;
    }

    /**
     * @param numbers of each atom, added up for a block
     * @param rule whether a block with these numbers may be shown
     */
    static Partition of(Map<Atom, long[]> numbers, Predicate<long[]> rule, SecretOrder order) {
        Partition partition = new Partition(rule, order);
        Map<UUID, List<Block>> occupations = new TreeMap<>();
        numbers.forEach((atom, own) -> occupations
                .computeIfAbsent(atom.occupationId(), occupation -> new ArrayList<>())
                .add(new Block(List.of(atom), own)));
        for (List<Block> occupation : occupations.values()) {
            partition.blocks.addAll(partition.merged(occupation));
        }
        if (!partition.blocks.stream().allMatch(block -> rule.test(block.numbers))) {
            List<Block> all = partition.merged(partition.blocks);
            all.forEach(block -> block.isShown = rule.test(block.numbers));
            partition.blocks.clear();
            partition.blocks.addAll(all);
        }
        for (Block block : partition.blocks) {
            block.atoms.forEach(atom -> partition.blockOf.put(atom, block));
        }
        return partition;
    }

    /** The blocks that may not be shown as one, which takes in the smallest others until it may. */
    private List<Block> merged(List<Block> some) {
        List<Block> shown = new ArrayList<>();
        Block rest = null;
        for (Block block : some) {
            if (rule.test(block.numbers)) {
                shown.add(block);
            } else {
                rest = rest == null ? block : rest.with(block);
            }
        }
        if (rest == null) {
            return shown;
        }
        shown.sort(Comparator.comparing(block -> block.place(order)));
        while (!rule.test(rest.numbers) && !shown.isEmpty()) {
            rest = rest.with(shown.remove(helper(rest, shown)));
        }
        shown.add(rest);
        return shown;
    }

    /** One of the smallest that are enough, or else of the largest. */
    private int helper(Block rest, List<Block> shown) {
        for (int i = 0; i < shown.size(); i++) {
            if (rule.test(rest.with(shown.get(i)).numbers)) {
                return i;
            }
        }
        return shown.size() - 1;
    }

    /** Whether these atoms are whole blocks that may be shown. */
    boolean shows(Collection<Atom> asked) {
        Map<Block, Integer> parts = new HashMap<>();
        for (Atom atom : asked) {
            Block block = blockOf.get(atom);
            if (block != null) {
                parts.merge(block, 1, Integer::sum);
            }
        }
        return parts.entrySet().stream()
                .allMatch(part -> part.getKey().isShown
                        && part.getValue() == part.getKey().atoms.size());
    }

    /** Atoms that are shown together or not at all. */
    private static final class Block {

        private final List<Atom> atoms;
        private final long[] numbers;
        private boolean isShown = true;

        Block(List<Atom> atoms, long[] numbers) {
            this.atoms = atoms;
            this.numbers = numbers;
        }

        Block with(Block other) {
            List<Atom> all = new ArrayList<>(atoms);
            all.addAll(other.atoms);
            return new Block(all, sum(numbers, other.numbers));
        }

        SecretOrder.Place place(SecretOrder order) {
            return order.of(atoms.toString(), numbers[0]);
        }
    }

    static long[] sum(long[] a, long[] b) {
        long[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += b[i];
        }
        return sum;
    }
}
