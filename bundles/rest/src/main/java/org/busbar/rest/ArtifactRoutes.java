package org.busbar.rest;

import java.io.IOException;
import java.util.List;
import org.busbar.api.artifact.Artifacts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Raw files, by the SHA-256 of their bytes. */
@Component(service = Routes.class)
public final class ArtifactRoutes implements Routes {

    private final Artifacts artifacts;

    @Activate
    public ArtifactRoutes(@Reference Artifacts artifacts) {
        this.artifacts = artifacts;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/api/v1/artifacts/{sha256}")
                .says("A raw file, by the SHA-256 of its bytes")
                .givesType("application/octet-stream")
                .does(this::open));
    }

    private Response open(Call call) {
        String sha256 = call.name("sha256");
        try {
            return new Response.Download("application/octet-stream", artifacts.open(sha256));
        } catch (IOException | IllegalArgumentException e) {
            throw Refused.notFound("The artifact " + sha256 + " cannot be given: " + e.getMessage());
        }
    }
}
