package org.busbar.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.busbar.api.link.Links;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.service.component.ComponentContext;

/** A plug-in's own links, without a framework. */
class PlugInLinksTest {

    private final Dictionary<String, String> headers = new Hashtable<>();

    private PlugInLinks links(LinkRoom room) {
        Bundle bundle = answering(Bundle.class, Map.of("getHeaders", headers, "getSymbolicName", "org.example.pump"));
        return new PlugInLinks(answering(ComponentContext.class, Map.of("getUsingBundle", bundle)), room);
    }

    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName())));
    }

    @Test
    void a_plug_in_gets_what_its_manifest_declares() {
        headers.put(Links.PERMISSIONS, "tcp://*, file:/data/*");
        try (LinkRoom room = new LinkRoom()) {
            Links links = links(room);
            links.open("tcp://host:1", Rig.LINES);
            assertEquals(Path.of("/data/x"), links.files("/data/x"));
            String said = assertThrows(SecurityException.class, () -> links.open("serial:/dev/ttyS0", Rig.LINES))
                    .getMessage();
            assertTrue(said.startsWith("org.example.pump may not use serial:/dev/ttyS0"), said);
            assertEquals(List.of("org.example.pump"), room.links().get(0).users());
        }
    }

    @Test
    void what_a_plug_in_leaves_open_is_closed_with_it() {
        try (LinkRoom room = new LinkRoom()) {
            PlugInLinks links = links(room);
            links.open("sim:a", Rig.LINES);
            links.open("sim:b", Rig.LINES).close();
            assertEquals(1, room.links().size());
            links.close();
            assertEquals(List.of(), room.links());
        }
    }
}
