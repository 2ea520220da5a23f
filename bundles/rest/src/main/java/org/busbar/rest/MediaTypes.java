package org.busbar.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.rest.Problem.Kind;

/** What the headers Content-Type and Accept say. */
final class MediaTypes {

    private MediaTypes() {}

    /** @throws Refused if the client does not want anything that the route gives */
    static void requireAccepted(Call call, Route route) {
        List<String> types =
                route.answers().stream().map(Route.Answer::mediaType).distinct().toList();
        requireAccepted(call, types);
    }

    /** @throws Refused if the client does not want that response; the response is closed */
    static void requireAccepted(Call call, Response response) {
        try {
            requireAccepted(call, List.of(response.mediaType().split(";", 2)[0]));
        } catch (Refused e) {
            close(response);
            throw e;
        }
    }

    private static void close(Response response) {
        if (response instanceof Response.Download download) {
            try {
                download.bytes().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void requireAccepted(Call call, List<String> types) {
        Optional<String> accept = call.header("accept").filter(text -> !text.isBlank());
        if (accept.isPresent() && types.stream().noneMatch(type -> accepts(accept.get(), type))) {
            throw new Refused(
                    Kind.NOT_ACCEPTABLE,
                    "Accept = '" + accept.get() + "', but this is to be had as " + String.join(", ", types) + " only");
        }
    }

    private static boolean accepts(String accept, String type) {
        return Arrays.stream(accept.toLowerCase(Locale.ROOT).split(","))
                .map(range -> range.split(";", 2)[0].strip())
                .anyMatch(range -> range.equals("*/*")
                        || range.equals(type)
                        || range.endsWith("/*") && type.startsWith(range.substring(0, range.length() - 1)));
    }

    /** @throws Refused if a body of that type is no such file, nor just bytes */
    static void requireFile(String contentType, String mediaType) {
        String type = contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        boolean any = mediaType.equals(Parameter.Artifact.ANY_TYPE);
        if (!any && !type.equals(mediaType) && !type.equals("application/octet-stream")) {
            throw new Refused(
                    Kind.UNSUPPORTED_MEDIA_TYPE,
                    "The body is of type '" + contentType + "'; send the file itself as " + mediaType);
        }
    }

    /** @throws Refused if a body of that type is no JSON in UTF-8 */
    static void requireJson(String contentType) {
        String[] parts = contentType.toLowerCase(Locale.ROOT).replace(" ", "").split(";", -1);
        boolean utf8 = Arrays.stream(parts)
                .filter(part -> part.startsWith("charset="))
                .allMatch(part -> part.replace("\"", "").equals("charset=utf-8"));
        if (!parts[0].equals(Response.JSON) || !utf8) {
            throw new Refused(
                    Kind.UNSUPPORTED_MEDIA_TYPE,
                    "The body is of type '" + contentType + "'; send application/json in UTF-8");
        }
    }
}
