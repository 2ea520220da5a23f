package org.busbar.analyses.gitt;

import java.util.List;
import org.busbar.api.Capability;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality;

/** What both analyses do: cut the recording into pulses, fit each, say how far it may be trusted. */
final class Titration {

    private final Protocol protocol;
    private final Capability capability;

    Titration(Protocol protocol) {
        this.protocol = protocol;
        this.capability = Terms.capability(protocol);
    }

    Capability capability() {
        return capability;
    }

    Values apply(Values inputs) throws InterruptedException {
        Values all = capability.completed(inputs);
        capability.check(all);
        Settings settings = Settings.of(protocol, all);
        Recording recording = recording(all, settings);
        List<Pulse> pulses = Pulse.of(recording);
        requireSome(pulses, recording);
        Selection selection = Selection.of(pulses, settings);
        selection.requireSome(protocol.analysis());
        return new Table(recording, selection.findings(), settings)
                .values()
                .with(Shown.of(selection.findings(), settings).values())
                .with(
                        Quality.OUTPUT.name(),
                        new Verdict(selection, settings).quality().text());
    }

    private Recording recording(Values all, Settings settings) {
        return Recording.of(
                protocol.analysis(),
                all.get(Terms.TIME),
                all.get(Terms.CURRENT),
                all.get(Terms.VOLTAGE),
                settings.fromFirstSample());
    }

    private void requireSome(List<Pulse> pulses, Recording recording) {
        if (pulses.isEmpty()) {
            throw new IllegalArgumentException(
                    protocol.analysis() + ": no current is followed by a rest (current below "
                            + "1e-4 of the largest) among " + recording.steps().size()
                            + " steps; give pulses with the rests after them");
        }
    }
}
