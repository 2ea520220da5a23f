package org.busbar.finales;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.busbar.api.event.JournalException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads calls, has them answered and writes the answers; whatever goes wrong has a status. */
final class CallHandler extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(CallHandler.class);

    private static final long PATIENCE = 4;

    private static final int BUFFER = 1 << 15;

    private final Router router;
    private final int longest;
    private final BooleanSupplier crowded;

    /**
     * @param longest the longest body, in bytes
     * @param crowded whether so many calls wait that this one is rather sent away
     */
    CallHandler(Router router, int longest, BooleanSupplier crowded) {
        this.router = router;
        this.longest = longest;
        this.crowded = crowded;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        Answer answer = answer(request);
        response.setStatus(answer.status());
        response.getHeaders().put("Content-Type", answer.mediaType());
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        answer.headers().forEach(response.getHeaders()::put);
        if (request.getMethod().equals("HEAD")) {
            callback.succeeded();
        } else if (answer.content() instanceof Answer.Whole whole) {
            response.write(true, ByteBuffer.wrap(whole.bytes()), callback); // no thread waits for the client
        } else {
            stream(answer, response);
            callback.succeeded();
        }
        return true;
    }

    private static void stream(Answer answer, Response response) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Content.Sink.asOutputStream(response), BUFFER)) {
            answer.content().write(out);
        }
    }

    private Answer answer(Request request) throws IOException {
        try {
            if (crowded.getAsBoolean()) {
                throw Refused.later(503, "Too many calls wait already", 1);
            }
            return router.answer(read(request));
        } catch (Refused e) {
            return Answer.of(e);
        } catch (JournalException e) {
            return Answer.of(Refused.later(503, logged("The journal cannot be used just now", e), 5));
        } catch (RuntimeException | LinkageError e) {
            return Answer.of(new Refused(500, logged("The server met an error it did not foresee", e)));
        }
    }

    private Call read(Request request) throws IOException {
        byte[] body = body(Request.asInputStream(request));
        Map<String, String> headers = new HashMap<>();
        request.getHeaders().forEach(field -> headers.putIfAbsent(field.getLowerCaseName(), field.getValue()));
        return new Call(
                request.getMethod(),
                Objects.requireNonNullElse(request.getHttpURI().getDecodedPath(), "/"),
                Forms.encoded(Objects.requireNonNullElse(request.getHttpURI().getQuery(), "")),
                headers,
                body,
                Request.getRemoteAddr(request),
                null,
                "");
    }

    /** Most of what is too long is read, too, since a client that is still sending does not look for an answer. */
    private byte[] body(InputStream in) throws IOException {
        byte[] body = in.readNBytes(longest + 1);
        if (body.length > longest) {
            long left = PATIENCE * longest;
            for (int n = in.read(body); n >= 0 && left > 0; n = in.read(body)) {
                left -= n;
            }
            throw new Refused(413, "A body may have up to " + longest + " bytes");
        }
        return body;
    }

    private static String logged(String detail, Throwable fault) {
        String id = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Error {}: a call of FINALES could not be answered", id, fault);
        return detail + "; see error " + id + " in the server's log";
    }
}
