package org.busbar.testkit;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.busbar.api.link.Framing;
import org.busbar.api.link.Link;
import org.busbar.api.link.Links;

/** Links that remember what they were asked for. */
final class WatchedLinks implements Links {

    private final Links links;
    private final List<String> used = new CopyOnWriteArrayList<>();

    WatchedLinks(Links links) {
        this.links = links;
    }

    /** The URIs of the links and folders that were wanted, without options. */
    List<String> used() {
        return List.copyOf(used);
    }

    @Override
    public Link open(String uri, Framing framing) {
        used.add(uri.replaceFirst("\\?.*", ""));
        return links.open(uri, framing);
    }

    @Override
    public Path files(String setting) {
        used.add("file:" + Path.of(setting).toAbsolutePath().normalize());
        return links.files(setting);
    }
}
