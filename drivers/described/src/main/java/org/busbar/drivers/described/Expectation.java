package org.busbar.drivers.described;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.busbar.drivers.described.yaml.Entry;
import org.busbar.drivers.described.yaml.Section;

/** What a reply as a whole must be, and what it is if it is something else. */
public final class Expectation {

    private static final int LONGEST_SHOWN = 200;

    private final Optional<Pattern> expected;
    private final Refusals refusals;

    private Expectation(Optional<Pattern> expected, Refusals refusals) {
        this.expected = expected;
        this.refusals = refusals;
    }

    /** The keys {@code expect} and {@code refused} of a step. */
    public static Expectation of(Section step, Scope scope) {
        return new Expectation(step.find("expect").map(Expectation::pattern), refusals(step, scope));
    }

    /** The key {@code refused} of a step that says in another way what it expects. */
    public static Expectation ofAnything(Section step, Scope scope) {
        return new Expectation(Optional.empty(), refusals(step, scope));
    }

    private static Refusals refusals(Section step, Scope scope) {
        Optional<Pattern> refused = step.find("refused").map(Expectation::pattern);
        return refused.isPresent() ? new Refusals(refused, !scope.isLooking()) : scope.refusals();
    }

    /** A regular expression for the whole of a text. */
    public static Pattern pattern(Entry entry) {
        return entry.as(text -> {
            try {
                return Pattern.compile(text, Pattern.DOTALL);
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException(
                        "'" + text + "' is not a regular expression: " + e.getDescription() + " at character "
                                + (e.getIndex() + 1),
                        e);
            }
        });
    }

    /**
     * Passes if the reply is as expected; blanks around it do not count.
     *
     * @throws Unexpected if it is not
     * @throws DeviceException if it is a refusal, or neither of both though all refusals are known
     */
    public void check(String asked, String reply) throws DeviceException {
        if (expected.isEmpty() || expected.get().matcher(reply.strip()).matches()) {
            return;
        }
        throw isAscii(reply)
                ? unexpected(asked, reply, expected.get().pattern())
                : notUnderstood(asked, reply, expected.get().pattern());
    }

    /**
     * As {@link #check}, where nothing else looks at the reply: without {@code expect}, whatever is no refusal will do.
     *
     * @throws DeviceException if it is a refusal
     */
    public void checkAlone(String asked, String reply) throws DeviceException {
        check(asked, reply);
        if (expected.isEmpty() && refusals.match(reply)) {
            throw notUnderstood(asked, reply, "");
        }
    }

    /**
     * What to throw about a reply that is whole, but another one.
     *
     * @param form that it should have
     */
    public DeviceException unexpected(String asked, String reply, String form) {
        return refusals.match(reply) || refusals.all()
                ? notUnderstood(asked, reply, form)
                : new Unexpected(said(asked, reply) + " instead of '" + form + "'");
    }

    /**
     * What to throw about a reply that does not have the right form.
     *
     * @param form that it should have
     */
    public DeviceException notUnderstood(String asked, String reply, String form) {
        return refusals.match(reply)
                ? new DeviceException("The instrument refused: " + said(asked, reply))
                : new DeviceException(
                        Detail.COMMUNICATION,
                        said(asked, reply) + ", which does not fit '" + form
                                + "': look for a disturbed line, or mend the description");
    }

    private static boolean isAscii(String reply) {
        return reply.strip().chars().allMatch(c -> c >= ' ' && c < 0x7f || c == '\n' || c == '\r' || c == '\t');
    }

    private static String said(String asked, String reply) {
        String shown = reply.length() > LONGEST_SHOWN ? reply.substring(0, LONGEST_SHOWN) + "..." : reply;
        return "'" + asked + "' was answered '" + shown + "'";
    }
}
