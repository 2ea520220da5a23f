package org.busbar.rest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Resource;
import org.busbar.api.artifact.Artifacts;
import org.busbar.api.security.Role;
import org.busbar.rest.Problem.Kind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Raw files, by the SHA-256 of their bytes. */
@Component(service = Routes.class)
public final class ArtifactRoutes implements Routes {

    private static final String ARTIFACTS = "/api/v1/artifacts";
    private static final int LONGEST = 512 << 20;

    private final Artifacts artifacts;

    @Activate
    public ArtifactRoutes(@Reference Artifacts artifacts) {
        this.artifacts = artifacts;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(ARTIFACTS + "/{sha256}")
                        .says("A raw file, by the SHA-256 of its bytes")
                        .givesType("application/octet-stream")
                        .does(this::open),
                Route.post(ARTIFACTS)
                        .by(Role.SCIENTIST)
                        .says("Keeps the file in the body, so that it can be given to analyses and runs; up to 512 MB")
                        .takes(new Shape.File(Parameter.Artifact.ANY_TYPE))
                        .upTo(LONGEST)
                        .gives(201, Resource.class)
                        .does(this::keep));
    }

    private Response open(Call call) {
        String sha256 = call.name("sha256");
        try {
            return new Response.Download("application/octet-stream", artifacts.open(sha256));
        } catch (IOException | IllegalArgumentException e) {
            throw Refused.notFound("The artifact " + sha256 + " cannot be given: " + e.getMessage());
        }
    }

    private Response keep(Call call) {
        String type = call.header("content-type").orElse("").split(";", 2)[0].strip();
        if (type.isEmpty()) {
            throw new Refused(
                    Kind.UNSUPPORTED_MEDIA_TYPE,
                    "The header Content-Type is missing; say what the file is, such as text/csv, or"
                            + " application/octet-stream");
        }
        try (Upload upload = Upload.of(call);
                InputStream bytes = Files.newInputStream(upload.file())) {
            Resource kept = artifacts.keep(bytes, type);
            return Response.json(201, kept).located(ARTIFACTS + "/" + kept.sha256());
        } catch (IOException e) {
            throw new Refused(Kind.UNAVAILABLE, "The file cannot be kept: " + e.getMessage());
        }
    }
}
