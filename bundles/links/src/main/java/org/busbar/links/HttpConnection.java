package org.busbar.links;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.LinkException;
import org.jspecify.annotations.Nullable;

/** Makes requests, one at a time. A reply to an earlier one is never taken for that of a later one. */
final class HttpConnection implements Connection {

    private static final int QUOTED = 200;
    private static final int REDIRECTIONS = 5;

    private final HttpClient client;
    private final HttpFraming framing;
    private final URI base;
    private final Workers workers;
    private final int limit;
    private final Inbox inbox;
    private final AtomicReference<@Nullable Exception> trouble = new AtomicReference<>();
    private volatile @Nullable CompletableFuture<?> underWay;

    HttpConnection(HttpClient client, URI base, Workers workers, int limit) {
        this.client = client;
        this.base = base;
        this.workers = workers;
        this.limit = limit;
        framing = new HttpFraming(base);
        inbox = new Inbox(limit + 5);
    }

    @Override
    public void send(byte[] bytes, long nanos) throws IOException, InterruptedException {
        stop();
        trouble.set(null);
        inbox.take(0);
        go(framing.request(bytes), REDIRECTIONS);
    }

    private void go(HttpRequest request, int redirections) {
        CompletableFuture<HttpResponse<InputStream>> mine =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
        underWay = mine;
        mine.whenCompleteAsync(
                (response, fault) -> {
                    if (underWay == mine) {
                        finish(request, response, fault, redirections);
                    }
                },
                workers.pool());
    }

    private void finish(
            HttpRequest request,
            @Nullable HttpResponse<InputStream> response,
            @Nullable Throwable fault,
            int redirections) {
        if (response == null) {
            fail(fault);
            return;
        }
        try (InputStream in = response.body()) {
            byte[] body = in.readNBytes(limit + 1);
            Optional<HttpRequest> next = redirections > 0 ? redirected(request, response) : Optional.empty();
            if (next.isPresent()) {
                go(next.get(), redirections - 1);
            } else if (response.statusCode() / 100 == 2) {
                inbox.put(HttpFraming.body(body));
            } else {
                tell(trouble(request, response, body));
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    private Exception trouble(HttpRequest request, HttpResponse<InputStream> response, byte[] body) {
        String answer = " answers " + response.statusCode() + " to " + request.method() + " "
                + request.uri().getRawPath() + ": " + quoted(body);
        return hasFailed(response)
                ? new LinkException(
                        LinkException.Kind.GARBLED,
                        "the server" + answer + " (it has failed; how far it came is not known)")
                : new DeviceException(base + answer);
    }

    /** It may have done anything before; not so one that is busy and says when to come again (RFC 9110, section 15.6.4). */
    private static boolean hasFailed(HttpResponse<?> response) {
        int status = response.statusCode();
        boolean busy =
                status == 503 && response.headers().firstValue("Retry-After").isPresent();
        return status / 100 == 5 && !busy;
    }

    private static String quoted(byte[] body) {
        String text = Secrets.masked(Shown.text(body)).strip();
        return text.substring(0, Math.min(QUOTED, text.length()));
    }

    /** The request again where the answer sends it elsewhere on the same server, and that can be done without harm. */
    private Optional<HttpRequest> redirected(HttpRequest request, HttpResponse<InputStream> response) {
        int status = response.statusCode();
        boolean same = status == 307 || status == 308;
        boolean reading = request.method().equals("GET") && (status == 301 || status == 302 || status == 303);
        if (!same && !reading) {
            return Optional.empty();
        }
        return response.headers()
                .firstValue("Location")
                .map(request.uri()::resolve)
                .filter(this::isHere)
                .map(target -> HttpRequest.newBuilder(request, (name, value) -> true)
                        .uri(target)
                        .build());
    }

    private boolean isHere(URI target) {
        return String.valueOf(target.normalize()).startsWith(base + "/");
    }

    private void fail(@Nullable Throwable fault) {
        Throwable cause =
                fault instanceof CompletionException wrapped && wrapped.getCause() != null ? wrapped.getCause() : fault;
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            String reason = TcpTransport.reason(new ConnectException());
            tell(new DeviceException(
                    Detail.OFFLINE, base + " cannot be reached: " + reason + " Nothing was sent", cause));
            inbox.end(reason);
        } else {
            inbox.end("the instrument has broken off: " + (cause == null ? "for no reason" : cause.getMessage()));
        }
    }

    private void tell(Exception no) {
        trouble.set(no);
        inbox.put(new byte[1]);
    }

    @Override
    public byte[] receive(long nanos) throws IOException, InterruptedException, DeviceException {
        byte[] came = inbox.take(nanos);
        Exception no = trouble.getAndSet(null);
        if (no instanceof DeviceException refused) {
            throw refused;
        }
        if (no instanceof LinkException failed) {
            throw failed;
        }
        return came;
    }

    @Override
    public String ended() {
        return inbox.ended();
    }

    private void stop() {
        CompletableFuture<?> before = underWay;
        underWay = null;
        if (before != null) {
            before.cancel(true);
        }
    }

    @Override
    public void close() {
        stop();
        inbox.end("the link was closed");
    }
}
