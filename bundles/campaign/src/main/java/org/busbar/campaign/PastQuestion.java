package org.busbar.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.busbar.api.campaign.Grounds;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;

/**
 * Puts the question together again that was asked for a trial, from the events before it. An event may have been written
 * down while the optimizer was at work, so as few of the latest are left out as it takes to come to the question whose
 * fingerprint was written down.
 *
 * @param suggested the trial
 * @param asked the question
 * @param exact whether its fingerprint is the one written down
 */
record PastQuestion(LabEvent.TrialSuggested suggested, Asked asked, boolean exact) {

    /**
     * @throws IllegalArgumentException if there is no such campaign or trial, or what was asked was not written down then
     */
    static PastQuestion of(String campaign, int trial, Journal journal) {
        List<Recorded> own = journal.of(campaign);
        Recorded recorded = own.stream()
                .filter(one -> one.event() instanceof LabEvent.TrialSuggested suggested && suggested.number() == trial)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Campaign " + campaign + " has no trial " + trial));
        LabEvent.TrialSuggested suggested = (LabEvent.TrialSuggested) recorded.event();
        if (suggested.grounds().question().isEmpty()) {
            throw new IllegalArgumentException("Trial " + trial + " of campaign " + campaign
                    + " was suggested by a version that did not write down what it asked; it cannot be asked again");
        }
        return of(suggested, before(recorded.number(), own, journal));
    }

    /** What happened to the campaign and the requests of its trials before an event, oldest first. */
    private static List<Recorded> before(long number, List<Recorded> own, Journal journal) {
        List<Recorded> all = new ArrayList<>(own);
        for (Recorded one : own) {
            if (one.event() instanceof LabEvent.TrialSuggested earlier && one.number() < number) {
                all.addAll(journal.of(earlier.request()));
            }
        }
        all.removeIf(one -> one.number() >= number);
        all.sort(Comparator.comparingLong(Recorded::number));
        return all;
    }

    private static PastQuestion of(LabEvent.TrialSuggested suggested, List<Recorded> events) {
        Asked latest = asked(suggested, events);
        Asked asked = latest;
        for (int end = events.size(); end > 0; end--) {
            if (asked.fingerprint().equals(suggested.grounds().question())) {
                return new PastQuestion(suggested, asked, true);
            }
            if (events.get(end - 1).event() instanceof LabEvent.TrialSuggested) {
                break; // each question knows of the trial before
            }
            asked = asked(suggested, events.subList(0, end - 1));
        }
        return new PastQuestion(suggested, latest, false);
    }

    private static Asked asked(LabEvent.TrialSuggested suggested, List<Recorded> events) {
        Ledger ledger = new Ledger((LabEvent.CampaignBegun) events.get(0).event());
        for (Recorded recorded : events) {
            if (recorded.event() instanceof LabEvent.OfCampaign) {
                ledger.take(recorded.event());
            } else {
                ledger.hear(recorded.event());
            }
        }
        Grounds grounds = suggested.grounds();
        return new Asked(
                suggested.suggestedBy().id(),
                ledger.trials().question(ledger.campaign(), grounds.pending(), grounds.settings(), grounds.seed()),
                grounds.pending());
    }
}
