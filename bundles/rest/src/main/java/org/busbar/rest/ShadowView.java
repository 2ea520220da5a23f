package org.busbar.rest;

import java.util.List;
import java.util.Optional;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.campaign.Shadow;
import org.busbar.api.campaign.Standing;
import org.busbar.api.campaign.Trial;
import org.jspecify.annotations.Nullable;

/**
 * An optimizer that is not obeyed beside those that are, by the first objective.
 *
 * @param optimizer the shadow; empty if nobody is asked any more
 * @param output the first objective
 * @param obeyed how well those that were obeyed expected what came, over the trials that both expected something of
 * @param shadow how well the shadow did, over the same trials
 */
record ShadowView(
        String optimizer,
        Values settings,
        String output,
        List<Row> trials,
        ExpectationScore obeyed,
        ExpectationScore shadow) {

    /**
     * One trial.
     *
     * @param point where it was made
     * @param measured null if it has given nothing
     * @param obeyed what the one that suggested it expected there
     * @param shadow what the shadow expected there
     * @param would where the shadow would have made it; empty if it could not say
     * @param hoped what it expected there
     * @param trouble why the shadow has no answer; empty if it has
     */
    record Row(
            int trial,
            Values point,
            @Nullable Quantity measured,
            Expectation obeyed,
            Expectation shadow,
            Values would,
            Values hoped,
            String trouble) {}

    static ShadowView of(Standing standing) {
        Shadow shadow = standing.shadow().orElseGet(() -> new Shadow("", Values.none(), List.of()));
        String output = standing.campaign().problem().objectives().get(0).output();
        List<Row> rows = shadow.answers().stream()
                .flatMap(answer -> row(output, standing, answer).stream())
                .toList();
        List<Row> compared = rows.stream()
                .filter(row -> row.obeyed().isScored() && row.shadow().isScored())
                .toList();
        return new ShadowView(
                shadow.optimizer(),
                shadow.settings(),
                output,
                rows,
                ExpectationScore.of(compared.stream().map(Row::obeyed).toList()),
                ExpectationScore.of(compared.stream().map(Row::shadow).toList()));
    }

    private static Optional<Row> row(String output, Standing standing, Shadow.Answer answer) {
        return standing.trials().stream()
                .filter(trial -> trial.number() == answer.trial())
                .findFirst()
                .map(trial -> row(output, trial, answer));
    }

    private static Row row(String output, Trial trial, Shadow.Answer answer) {
        Quantity measured = quantity(trial.outputs(), output);
        return new Row(
                trial.number(),
                trial.point(),
                measured,
                Expectation.of(
                        trial.suggestedBy().id(), quantity(trial.grounds().expected(), output), measured),
                Expectation.of(answer.by().id(), quantity(answer.instead(), output), measured),
                answer.point(),
                answer.expected(),
                answer.trouble());
    }

    private static @Nullable Quantity quantity(Values values, String name) {
        return values.byName().get(name) instanceof Quantity quantity ? quantity : null;
    }
}
