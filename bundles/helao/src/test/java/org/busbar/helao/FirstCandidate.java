package org.busbar.helao;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.busbar.api.Values;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Question;

/** Suggests the first candidate that was not observed, and remembers what it was asked. */
final class FirstCandidate implements Optimizer {

    final List<Question> asked = new CopyOnWriteArrayList<>();

    @Override
    public List<Values> suggest(Question question) {
        asked.add(question);
        return question.problem().space().candidates().stream()
                .filter(point -> question.observed().stream()
                        .noneMatch(seen -> seen.point().equals(point)))
                .limit(1)
                .toList();
    }
}
