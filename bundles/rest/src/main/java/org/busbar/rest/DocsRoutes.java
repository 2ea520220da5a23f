package org.busbar.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A page to explore the api with. Everything it needs is in this bundle. */
final class DocsRoutes implements Routes {

    private static final String SWAGGER = "/META-INF/resources/webjars/swagger-ui/5.30.3/";

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Map<String, Page> PAGES = Map.of(
            "index.html", new Page("docs/index.html", "text/html; charset=UTF-8"),
            "docs.js", new Page("docs/docs.js", "text/javascript; charset=UTF-8"),
            "docs.css", new Page("docs/docs.css", "text/css; charset=UTF-8"),
            "swagger-ui-bundle.js", new Page(SWAGGER + "swagger-ui-bundle.js", "text/javascript; charset=UTF-8"),
            "swagger-ui.css", new Page(SWAGGER + "swagger-ui.css", "text/css; charset=UTF-8"),
            "favicon-32x32.png", new Page(SWAGGER + "favicon-32x32.png", "image/png"));

    /** A file of this bundle. */
    private record Page(String resource, String mediaType) {

        Response response() {
            try (InputStream in = DocsRoutes.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException("The bundle lacks " + resource);
                }
                return new Response.File(
                        mediaType,
                        in.readAllBytes(),
                        Map.of("Content-Security-Policy", POLICY, "Cache-Control", "no-cache"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/docs")
                        .byAnybody()
                        .says("A page to explore this api with")
                        .givesType("text/html")
                        .does(call -> page("index.html")),
                Route.get("/docs/{file}")
                        .byAnybody()
                        .says("A part of that page")
                        .givesType("text/javascript")
                        .does(call -> page(call.name("file"))));
    }

    private static Response page(String name) {
        return Optional.ofNullable(PAGES.get(name))
                .orElseThrow(() -> Refused.notFound("The page has no part '" + name + "'"))
                .response();
    }
}
