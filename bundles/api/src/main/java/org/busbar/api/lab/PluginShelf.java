package org.busbar.api.lab;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Puts plug-ins in and takes them out, as transactions: what cannot be used is refused, and what was at work goes on. Safe
 * for use by many threads; each call returns when the new state is reached.
 */
@ProviderType
public interface PluginShelf {

    /**
     * A version of a plug-in that is kept.
     *
     * @param kept when it came
     */
    record Version(String bundle, String version, String sha256, boolean atWork, Instant kept) {}

    /**
     * Says what a jar is; changes nothing.
     *
     * @throws IllegalArgumentException if it is no plug-in at all, such as a file that was cut; the message says why
     */
    PluginPreview preview(Path jar);

    /**
     * Puts a jar to work, in the place of the version of it that is. Its devices come to rest first; one that does not
     * pass its self-test has the old version put back.
     *
     * @param jar is copied
     * @param by who wants it
     * @throws IllegalArgumentException if it was refused; the message says why, and what was at work still is
     * @throws InterruptedException if interrupted while waiting for its devices; what was at work still is
     */
    Plugin install(Path jar, String by) throws InterruptedException;

    /**
     * Puts the version to work again that was before the one at work.
     *
     * @throws IllegalArgumentException if there is none, or it was refused
     */
    Plugin rollback(String bundle, String by) throws InterruptedException;

    /**
     * Takes a plug-in out; what came with Busbar under that name is at work again.
     *
     * @throws IllegalArgumentException if nothing of that name was put in, or its devices do not come to rest
     */
    void remove(String bundle, String by) throws InterruptedException;

    /** Every version of a plug-in that is kept, the latest first. */
    List<Version> versions(String bundle);
}
