package org.busbar.api.link;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Gives drivers their links. Each plug-in has its own: what it may use is what its manifest declares, see
 * {@link #PERMISSIONS}. Safe for use by many threads.
 *
 * <p>A link is named by a URI: {@code serial:/dev/ttyUSB0?baud=9600&parity=even}, {@code tcp://host:5025},
 * {@code udp://host:port}, {@code http://host:port/path}, {@code usbtmc:/dev/usbtmc0}, {@code process:program?arg=-v}, or
 * {@code sim:name?option=value} for a {@link Simulator} of that name. Options that every link has: {@code timeout}, how
 * long a reply may take ({@code 2s} if not given; {@code 500ms}), and {@code gap}, the shortest pause between two
 * exchanges ({@code 0ms}).
 */
@ProviderType
public interface Links {

    /**
     * The header of a plug-in's manifest that says which links and folders it uses: patterns of URIs with {@code *} for
     * any characters, separated by commas, such as {@code serial:*, tcp://*:5025, file:*}. {@code sim:} is always
     * allowed, everything else is refused unless declared.
     */
    String PERMISSIONS = "Busbar-Permissions";

    /**
     * The link with that name. Touches nothing: the first exchange connects. Several devices may have the same line, such
     * as an RS-485 bus: exchanges are made one at a time.
     *
     * @param framing where a message begins and ends
     * @throws IllegalArgumentException if the URI cannot be understood, has an option that its scheme does not know, or
     *     gives a line that is open already other options; the message says what to write
     * @throws SecurityException if the plug-in has not declared it
     */
    Link open(String uri, Framing framing);

    /**
     * A folder or file that a plug-in works in, as a path.
     *
     * @param setting the path, as it stands in the settings of the device
     * @throws SecurityException if the plug-in has declared no {@code file:} pattern that fits
     */
    Path files(String setting);
}
