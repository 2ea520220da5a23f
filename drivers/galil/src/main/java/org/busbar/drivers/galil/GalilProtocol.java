package org.busbar.drivers.galil;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.Framing;
import org.busbar.api.link.Link;
import org.busbar.api.link.LinkException;

/**
 * Speaks with a controller, one command at a time. Safe for use by many threads; every method blocks for one exchange, or
 * two if the controller refuses.
 *
 * <p>Protocol: Galil Motion Control, DMC-2x00 user manual, chapter 5, and DMC-30010 firmware command reference,
 * revision 1752.
 */
final class GalilProtocol {

    static final Framing FRAMING = new PromptFraming();

    private static final Duration STOPPING = Duration.ofSeconds(1);
    private static final String REVISION = "\u0012\u0016"; // ctrl-R ctrl-V
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern CODE = Pattern.compile("(?<code>[0-9]+)(?<text>.*)");

    private final Link link;

    GalilProtocol(Link link) {
        this.link = link;
    }

    /** The same controller, for what cannot wait. */
    GalilProtocol urgent() {
        return new GalilProtocol(link.urgent().within(STOPPING));
    }

    /** What the controller says it is, such as {@code DMC4143 Rev 1.3d}. */
    String revision() throws Exception {
        return ask(REVISION);
    }

    /**
     * Gives a command that has no answer.
     *
     * @throws DeviceException if the controller refuses it, with its reason
     */
    void tell(String command) throws Exception {
        String answer = ask(command);
        if (!answer.isEmpty()) {
            throw garbled(command, answer);
        }
    }

    /**
     * Asks for the value of an operand of an axis, such as {@code BG}.
     *
     * @throws DeviceException if the controller refuses it, with its reason
     */
    double value(String operand, String of) throws Exception {
        String command = "MG _" + operand + of;
        String answer = ask(command);
        if (!NUMBER.matcher(answer).matches()) {
            throw garbled(command, answer);
        }
        return Double.parseDouble(answer);
    }

    private String ask(String command) throws Exception {
        String answer = link.ask(command);
        if (!answer.endsWith(":")) {
            throw refusal(command);
        }
        return answer.substring(0, answer.length() - 1).trim();
    }

    private DeviceException refusal(String command) throws Exception {
        String reason = link.ask("TC1");
        Matcher form = CODE.matcher(reason.substring(0, reason.length() - 1).trim());
        String code = form.matches() ? form.group("code") : "";
        String text = form.matches() ? form.group().trim() : "no reason";
        return new DeviceException(detail(code), "The controller refuses '" + command + "' and gives " + text);
    }

    private static Detail detail(String code) {
        return switch (code) {
            case "1" -> Detail.FIRMWARE;
            case "22" -> Detail.FAULT; // begin not possible due to limit switch
            default -> Detail.REFUSED;
        };
    }

    private static LinkException garbled(String command, String answer) {
        return new LinkException(
                LinkException.Kind.GARBLED,
                "'" + answer + "' is no answer of a Galil controller to '" + command
                        + "': look for another instrument or program on the line, and switch echo off (EO 0)");
    }
}
