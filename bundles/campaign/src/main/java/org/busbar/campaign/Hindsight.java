package org.busbar.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.busbar.api.Values;
import org.busbar.api.campaign.Replay;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.busbar.api.optimize.Insight;
import org.busbar.api.optimize.Question;

/** Asks optimizers about what is past, without any effect on a campaign. Safe for use by many threads. */
final class Hindsight {

    private final Journal journal;
    private final Adviser adviser;

    Hindsight(Journal journal, Adviser adviser) {
        this.journal = journal;
        this.adviser = adviser;
    }

    /** @throws IllegalArgumentException as {@link org.busbar.api.campaign.Campaigns#replay} */
    Replay replay(String campaign, int trial) throws InterruptedException {
        PastQuestion past = PastQuestion.of(campaign, trial, journal);
        LabEvent.TrialSuggested then = past.suggested();
        String optimizer = then.suggestedBy().id();
        if (!adviser.atHand().contains(optimizer)) {
            throw new IllegalArgumentException("There is no optimizer " + optimizer + ", only " + adviser.atHand());
        }
        Advice advice = adviser.ask(optimizer, past.asked().question());
        List<String> remarks = new ArrayList<>();
        if (!past.exact()) {
            remarks.add("what was asked then could not be put together again exactly");
        }
        Values now = now(advice, remarks);
        differs(then.suggestedBy(), advice.by(), remarks);
        if (advice instanceof Advice.Point point) {
            parts(then.grounds().parts(), point.parts(), remarks);
        }
        return new Replay(trial, then.point(), now, advice.by(), now.equals(then.point()), String.join("; ", remarks));
    }

    private static Values now(Advice advice, List<String> remarks) {
        if (advice instanceof Advice.Point point) {
            return point.suggestion().point();
        }
        remarks.add(
                advice instanceof Advice.Trouble trouble
                        ? trouble.what()
                        : advice.by().id() + " has nothing to suggest now");
        return Values.none();
    }

    private static void parts(List<Agent> then, List<Agent> now, List<String> remarks) {
        Map<String, Agent> before =
                then.stream().collect(Collectors.toMap(Agent::id, Function.identity(), (a, b) -> a));
        for (Agent part : now) {
            Agent same = before.get(part.id());
            if (same == null) {
                remarks.add(part.id() + " did not take part then");
            } else {
                differs(same, part, remarks);
            }
        }
    }

    private static void differs(Agent then, Agent now, List<String> remarks) {
        if (!then.version().equals(now.version())) {
            remarks.add(now.id() + " was " + then.version() + " and is " + now.version());
        } else if (!then.sha256().equals(now.sha256())) {
            remarks.add(now.id() + " " + now.version() + " comes from another jar than then");
        }
        if (!then.configuration().equals(now.configuration())) {
            remarks.add(now.id() + " was configured otherwise");
        }
    }

    /** What the optimizer of a campaign has learnt. */
    Insight explain(String optimizer, Question question) throws InterruptedException {
        return adviser.consult(optimizer, (plugin, parts) -> plugin.explain(question, parts));
    }

    /** What the optimizer of a campaign expects at some points. */
    List<Values> expect(String optimizer, Question question, List<Values> points) throws InterruptedException {
        Likeness likeness = new Likeness(question.problem());
        for (int i = 0; i < points.size(); i++) {
            likeness.checkPoint("point " + (i + 1), points.get(i));
        }
        return adviser.consult(optimizer, (plugin, parts) -> plugin.expect(question, points, parts));
    }
}
