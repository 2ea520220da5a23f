package org.busbar.shell;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * How to speak to a server.
 *
 * @param url as in {@code http://127.0.0.1:8181}
 * @param token what says who asks; empty if nothing is to be shown
 * @param http trusts the server if it speaks TLS
 */
record Connection(String url, Optional<String> token, HttpClient http) {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** To a server about which nothing is known but its address. */
    static Connection to(String url, Optional<String> token) {
        return new Connection(
                trimmed(url),
                token,
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
    }

    /** To the server of a lab, with what the server has left in the folder for its own user. */
    static Connection to(String url, LabFolder lab, Optional<String> token) {
        HttpClient.Builder http = HttpClient.newBuilder().connectTimeout(PATIENCE);
        trust(lab.certificate()).ifPresent(http::sslContext);
        return new Connection(trimmed(url), token.or(lab::localToken).or(() -> kept(url)), http.build());
    }

    /** To a server by its address, which may be that of a lab; without a token with what a login to it has given. */
    static Connection to(String url, String lab, Optional<String> token) {
        Optional<String> shown = token.or(() -> kept(url));
        return LabFolder.whoseServerIs(trimmed(url), lab)
                .map(own -> to(url, own, shown))
                .orElseGet(() -> to(url, shown));
    }

    private static Optional<String> kept(String url) {
        return KeptLogins.ofUser().of(url).map(KeptLogins.Kept::token);
    }

    /** The same, but with another token, or none. */
    Connection with(Optional<String> other) {
        return new Connection(url, other, http);
    }

    /** A request that says who asks. */
    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request;
    }

    /** What a server that answered 401 or 403 means. */
    Failure refused(int status, String detail) {
        if (status == 403) {
            return new Failure("The server at " + url + " forbids this: " + detail
                    + ". Ask an administrator of the lab for the role it takes, or use another token.");
        }
        return new Failure("The server at " + url + " does not know who asks"
                + (token.isPresent() ? ", as the token is not valid, or not any more" : "")
                + ". Log in with: busbar login " + url
                + " --user NAME; or give a token with --token or in BUSBAR_TOKEN, or run this as the user of the server and name the"
                + " lab's folder.");
    }

    private static String trimmed(String url) {
        return url.replaceFirst("/+$", "");
    }

    /** Trusts exactly that certificate; empty if there is none, so that the usual authorities count. */
    private static Optional<SSLContext> trust(Path certificate) {
        if (!Files.exists(certificate)) {
            return Optional.empty();
        }
        try (InputStream pem = Files.newInputStream(certificate)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return Optional.of(context);
        } catch (IOException | GeneralSecurityException e) {
            throw new Failure("The server's certificate in " + certificate + " cannot be read: " + e);
        }
    }
}
