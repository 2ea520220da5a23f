package org.busbar.links;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.busbar.api.link.Framing;
import org.busbar.api.link.Link;
import org.busbar.api.link.Links;

/** The links of one plug-in. Safe for use by many threads. */
final class PermittedLinks implements Links {

    private final LinkRoom room;
    private final Permissions permissions;
    private final Map<Holder, LineLink> open = new ConcurrentHashMap<>();

    PermittedLinks(LinkRoom room, Permissions permissions) {
        this.room = room;
        this.permissions = permissions;
    }

    @Override
    public Link open(String uri, Framing framing) {
        Address address = Transports.normal(Address.of(uri));
        permissions.check(address.name());
        Holder holder = new Holder(permissions.plugIn(), uri);
        LineLink link = room.open(address, framing, holder, () -> open.remove(holder));
        open.put(holder, link);
        return link;
    }

    /** How many links are open. */
    int count() {
        return open.size();
    }

    @Override
    public Path files(String setting) {
        try {
            Path path = Path.of(setting).toAbsolutePath().normalize();
            permissions.check("file:" + path);
            return path;
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("\"" + setting + "\" is no path: " + e.getReason(), e);
        }
    }

    /** Closes all that the plug-in has left open. */
    void closeAll() {
        open.values().forEach(LineLink::close);
    }
}
