package org.busbar.drivers.described;

import java.util.Optional;
import org.busbar.api.Values;
import org.busbar.api.device.DeviceException;
import org.busbar.drivers.described.yaml.Section;

/** What a step makes of the text that an instrument answered. */
@FunctionalInterface
public interface Reply {

    /**
     * The outputs that stand in the reply.
     *
     * @param asked what was asked, for messages
     * @throws Unexpected if it is not as {@code expect} says
     * @throws DeviceException if it is a refusal, or cannot be understood ({@code COMMUNICATION})
     */
    Values read(String asked, String reply) throws DeviceException;

    /** The keys {@code expect}, {@code refused} and {@code reply} of a step whose instrument answers with plain text. */
    static Reply text(Section step, Scope scope) {
        Expectation expectation = Expectation.of(step, scope);
        Optional<TextReader> reads = step.find("reply").map(entry -> TextReader.of(entry, scope));
        if (reads.isEmpty()) {
            return (asked, reply) -> {
                expectation.checkAlone(asked, reply);
                return Values.none();
            };
        }
        TextReader reader = reads.get();
        return (asked, reply) -> {
            expectation.check(asked, reply);
            return reader.read(reply).orElseThrow(() -> expectation.notUnderstood(asked, reply, reader.form()));
        };
    }
}
