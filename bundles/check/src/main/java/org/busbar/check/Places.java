package org.busbar.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;

/** Where each step of a sequence stands; says why one of them cannot refer to another. */
final class Places {

    private static final Block CLEANUP = new Block("cleanup", false, -1);

    /**
     * A list of steps.
     *
     * @param branch which one of those of the step {@code id}
     */
    private record Block(String id, boolean isChoice, int branch) {}

    private final Map<String, Step> steps = new HashMap<>();
    private final Map<String, List<Block>> blocks = new HashMap<>();
    private final Set<String> skippable = new HashSet<>();

    Places(Sequence sequence) {
        note(sequence.steps(), List.of());
        note(sequence.cleanup(), List.of(CLEANUP));
    }

    private void note(List<Step> list, List<Block> around) {
        for (Step step : list) {
            steps.putIfAbsent(step.id(), step);
            blocks.putIfAbsent(step.id(), around);
            if (Certain.mayBeSkipped(step)) {
                skippable.add(step.id());
            }
            List<List<Step>> branches = step.blocks();
            for (int b = 0; b < branches.size(); b++) {
                Block block = new Block(step.id(), step instanceof Step.Choose, b);
                note(
                        branches.get(b),
                        Stream.concat(around.stream(), Stream.of(block)).toList());
            }
        }
    }

    Map<String, Step> steps() {
        return steps;
    }

    /**
     * Why one step does not see another.
     *
     * @param from empty for the whole sequence
     */
    String blind(String from, String to) {
        if (!steps.containsKey(to)) {
            return "there is no earlier step " + to;
        }
        if (skippable.contains(to)) {
            return "step " + to + " may be missing (its recovery is 'ignore'), so nothing can refer to it";
        }
        if (from.equals(to)) {
            return "step " + to + " cannot refer to itself, only to its previous pass in a loop";
        }
        return "there is no earlier step " + to + ": " + difference(around(from), around(to));
    }

    /** Why a step is not done in each pass of the loop around another one. */
    String notInEachPass(String to) {
        if (!steps.containsKey(to)) {
            return "there is no step " + to;
        }
        return skippable.contains(to)
                ? blind("", to)
                : "step " + to + " is not done in each pass of this loop, so it has no previous pass to refer to";
    }

    private List<Block> around(String id) {
        return blocks.getOrDefault(id, List.of());
    }

    private static String difference(List<Block> here, List<Block> there) {
        if (there.contains(CLEANUP) != here.contains(CLEANUP)) {
            return there.contains(CLEANUP)
                    ? "it belongs to the clean-up"
                    : "clean-up cannot rely on the steps, only on inputs and on earlier clean-up";
        }
        int same = (int) IntStream.range(0, Math.min(here.size(), there.size()))
                .takeWhile(i -> here.get(i).equals(there.get(i)))
                .count();
        for (Block block : there.subList(same, there.size())) {
            if (block.isChoice()) {
                return "it is in one way of " + block.id() + ", which may not be taken";
            }
            if (here.size() > same && here.get(same).id().equals(block.id())) {
                return "it is in another branch of " + block.id();
            }
        }
        return "it comes later";
    }
}
