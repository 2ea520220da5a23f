package org.busbar.artifacts;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import org.busbar.api.Resource;
import org.busbar.api.artifact.Artifacts;
import org.busbar.blobs.BlobFolder;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Artifacts as files named by their SHA-256 in {@code data/artifacts} in the lab's folder, such as
 * {@code ab/abcdef…}. The uri of an artifact is {@code artifact:} and that name.
 *
 * <p>The bytes are streamed, so a file may be larger than the memory. What was damaged on the disk is found when it is
 * read to its end. The journal keeps the numbers of long series in the same folder.
 */
@Component(service = Artifacts.class)
public final class ContentAddressedStore implements Artifacts, AutoCloseable {

    private final BlobFolder folder;

    /**
     * Opens the store of the lab whose folder is the framework property {@code busbar.lab}.
     *
     * @throws IOException as {@link #ContentAddressedStore(Path)}
     */
    @Activate
    public ContentAddressedStore(BundleContext context) throws IOException {
        this(Path.of(context.getProperty("busbar.lab"), "data", "artifacts"));
    }

    /**
     * Opens or creates a store.
     *
     * @throws IOException if another server has it open, or it cannot be written to
     */
    public ContentAddressedStore(Path folder) throws IOException {
        this.folder = new BlobFolder(folder, "artifacts");
    }

    @Override
    public Resource keep(InputStream bytes, String mediaType) throws IOException {
        String sha256 = folder.keep(bytes);
        return new Resource(URI.create("artifact:" + sha256), mediaType, sha256);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Reading to the end throws an {@link IOException} if the bytes are not what was kept.
     */
    @Override
    public InputStream open(String sha256) throws IOException {
        return folder.open(sha256);
    }

    @Deactivate
    @Override
    public void close() throws IOException {
        folder.close();
    }
}
