package org.busbar.links;

import java.nio.file.Path;
import org.busbar.api.link.Framing;
import org.busbar.api.link.Link;
import org.busbar.api.link.Links;
import org.osgi.framework.Bundle;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** The links as each plug-in gets them: with what its manifest declares, and closed at the latest when it goes. */
@Component(service = Links.class, scope = ServiceScope.BUNDLE)
public final class PlugInLinks implements Links {

    private final PermittedLinks links;

    /** Called by the framework, once for each plug-in. */
    @Activate
    public PlugInLinks(ComponentContext context, @Reference LinkRoom room) {
        links = new PermittedLinks(room, permissions(context.getUsingBundle()));
    }

    private static Permissions permissions(Bundle plugIn) {
        String header = plugIn.getHeaders("").get(PERMISSIONS);
        return Permissions.of(plugIn.getSymbolicName(), header == null ? "" : header);
    }

    @Deactivate
    void close() {
        links.closeAll();
    }

    @Override
    public Link open(String uri, Framing framing) {
        return links.open(uri, framing);
    }

    @Override
    public Path files(String setting) {
        return links.files(setting);
    }
}
