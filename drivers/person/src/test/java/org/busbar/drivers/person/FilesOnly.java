package org.busbar.drivers.person;

import java.nio.file.Path;
import org.busbar.api.link.Framing;
import org.busbar.api.link.Link;
import org.busbar.api.link.Links;

/** Links of a driver that needs files and no line. */
record FilesOnly() implements Links {

    @Override
    public Link open(String uri, Framing framing) {
        throw new SecurityException("A person has no link: " + uri);
    }

    @Override
    public Path files(String setting) {
        return Path.of(setting);
    }
}
