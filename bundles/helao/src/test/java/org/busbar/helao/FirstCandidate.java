package org.busbar.helao;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Parts;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Suggestion;

/** Suggests the first candidate that was not observed, and remembers what it was asked. */
final class FirstCandidate implements Optimizer {

    final List<Question> asked = new CopyOnWriteArrayList<>();

    @Override
    public List<Suggestion> suggest(Question question, Parts parts) {
        asked.add(question);
        return question.problem().space().candidates().stream()
                .filter(point -> question.observed().stream()
                        .noneMatch(seen -> seen.point().equals(point)))
                .limit(1)
                .map(point -> Suggestion.of(point, "the first that is left"))
                .toList();
    }
}
