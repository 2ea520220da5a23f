package org.busbar.api.artifact;

import java.io.IOException;
import java.io.InputStream;
import org.busbar.api.Resource;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The store of raw files of this lab. What is kept is named by the SHA-256 of its bytes, never changes and is there
 * once, however often it is given. Safe for use by many threads; blocks for the disk.
 */
@ProviderType
public interface Artifacts {

    /**
     * Keeps everything up to the end of the stream; it is on disk when this returns. The stream is not closed.
     *
     * @param mediaType such as {@code text/csv}
     * @throws IOException if it could not be read or written; nothing was kept
     */
    Resource keep(InputStream bytes, String mediaType) throws IOException;

    /**
     * What was kept; the caller closes it.
     *
     * @param sha256 64 hexadecimal digits
     * @throws IOException if there is no such artifact, or it cannot be read
     */
    InputStream open(String sha256) throws IOException;
}
