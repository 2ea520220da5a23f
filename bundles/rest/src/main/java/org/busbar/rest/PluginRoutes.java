package org.busbar.rest;

import java.nio.file.Path;
import java.util.List;
import org.busbar.api.lab.Lab;
import org.busbar.api.lab.Plugin;
import org.busbar.api.lab.PluginPreview;
import org.busbar.api.lab.PluginShelf;
import org.busbar.api.security.Role;
import org.busbar.rest.Problem.Kind;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts plug-ins in, takes them out and goes back to former versions. A call ends when the new state is reached. */
@Component(service = Routes.class)
public final class PluginRoutes implements Routes {

    static final String JAR = "application/java-archive";

    private static final String PLUGINS = "/api/v1/plugins";
    private static final String ONE = PLUGINS + "/{bundle}";
    private static final int LONGEST = 256 << 20;

    private final Lab lab;
    private final PluginShelf shelf;

    @Activate
    public PluginRoutes(@Reference Lab lab, @Reference PluginShelf shelf) {
        this.lab = lab;
        this.shelf = shelf;
    }

    /**
     * What became of a jar that was sent.
     *
     * @param plugin what is at work now; null if it was only looked at
     * @param preview what putting it in would do; null if it was put in
     */
    record Sent(@Nullable Plugin plugin, @Nullable PluginPreview preview) {}

    /** What is at work under a name after a plug-in was taken out. */
    record Left(String bundle, @Nullable Plugin plugin) {}

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(PLUGINS)
                        .by(Role.ADMIN)
                        .says(
                                "Puts the jar in the body to work, in the place of the version of it that is; what was at work"
                                        + " still is if that fails. Its devices come to rest first, so it may take minutes")
                        .query("preview", Query.flag(), "Only say what the jar is and what that would do")
                        .takes(new Shape.File(JAR))
                        .upTo(LONGEST)
                        .gives(Sent.class)
                        .does(this::send),
                Route.get(ONE + "/versions")
                        .says("The versions of a plug-in that are kept, the one put to work last first")
                        .givesList(PluginShelf.Version.class)
                        .does(call -> Response.json(shelf.versions(known(call)))),
                Route.post(ONE + "/rollback")
                        .by(Role.ADMIN)
                        .says("Puts the version to work that was before the one at work")
                        .takes(Form.of(Form.by()))
                        .gives(Plugin.class)
                        .does(this::rollback),
                Route.delete(ONE)
                        .by(Role.ADMIN)
                        .says("Takes a plug-in out; what came with Busbar under that name is at work again")
                        .gives(Left.class)
                        .does(this::remove));
    }

    private Response send(Call call) throws InterruptedException {
        try (Upload upload = Upload.of(call)) {
            Path jar = upload.file();
            return Response.json(
                    call.flag("preview")
                            ? new Sent(null, Refused.where(() -> shelf.preview(jar)))
                            : new Sent(installed(jar, call.actor(Body.EMPTY, "by")), null));
        }
    }

    private Plugin installed(Path jar, String by) throws InterruptedException {
        try {
            return shelf.install(jar, by);
        } catch (IllegalArgumentException e) {
            throw new Refused(Kind.INVALID, String.valueOf(e.getMessage()));
        }
    }

    private Response rollback(Call call) throws InterruptedException {
        String bundle = known(call);
        try {
            return Response.json(shelf.rollback(bundle, call.actor(call.json(), "by")));
        } catch (IllegalArgumentException e) {
            throw Refused.conflict(String.valueOf(e.getMessage()));
        }
    }

    private Response remove(Call call) throws InterruptedException {
        String bundle = known(call);
        try {
            shelf.remove(bundle, call.actor(Body.EMPTY, "by"));
        } catch (IllegalArgumentException e) {
            throw Refused.conflict(String.valueOf(e.getMessage()));
        }
        return Response.json(new Left(
                bundle,
                lab.plugins().stream()
                        .filter(plugin -> plugin.bundle().equals(bundle))
                        .findFirst()
                        .orElse(null)));
    }

    /** The name in the path, if there is, or was, a plug-in of it. */
    private String known(Call call) {
        String bundle = call.name("bundle");
        List<String> names = lab.plugins().stream().map(Plugin::bundle).toList();
        if (!names.contains(bundle) && shelf.versions(bundle).isEmpty()) {
            throw Refused.notFound("There is no plug-in '" + bundle + "', only " + names);
        }
        return bundle;
    }
}
