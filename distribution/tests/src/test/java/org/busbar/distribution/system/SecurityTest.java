package org.busbar.distribution.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged server with security, which is how it starts if nobody says otherwise. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SecurityTest {

    private static final String DEVICES = "/api/v1/devices";
    private static final String OWN = "long+enough+for+me";

    @TempDir
    Path folder;

    private Path lab;

    @BeforeEach
    void makeLab() throws Exception {
        lab = LabServer.exampleLab(folder, 100_000, 4);
    }

    @Test
    void nobody_is_served_whom_the_server_does_not_know() throws Exception {
        try (GuardedServer server = GuardedServer.start(lab)) {
            for (String path : new String[] {DEVICES, "/api/v1/events", "/api/v1/runs", "/orchestrator/getStatus"}) {
                HttpResponse<String> answer = server.send("GET", path, "");
                assertEquals(401, answer.statusCode(), path);
                assertTrue(answer.headers().firstValue("WWW-Authenticate").isPresent(), path);
                assertFalse(answer.body().contains(lab.toString()), answer.body());
            }
            assertEquals(401, server.send("POST", "/api/v1/campaigns", "{}").statusCode());
            assertEquals(401, server.send("POST", "/orchestrator/kill", "").statusCode());
            assertEquals(200, server.send("GET", "/health", "").statusCode());
            assertEquals(200, server.send("GET", "/login", "").statusCode());
            assertEquals(200, server.status("GET", DEVICES, server.localToken()));
            forged(server);
        }
        assertFalse(Files.exists(lab.resolve("data/security/local-token")), "gone with the server");
    }

    /** The claims of a right token under other headers and signatures. */
    private static void forged(GuardedServer server) throws Exception {
        String[] right = server.token("admin", server.firstPassword()).split("\\.");
        assertEquals(200, server.status("GET", DEVICES, String.join(".", right)));
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        String otherClaims =
                right[1].substring(0, 20) + (right[1].charAt(20) == 'A' ? 'B' : 'A') + right[1].substring(21);
        for (String token : new String[] {
            none + "." + right[1] + ".",
            none + "." + right[1] + "." + right[2],
            right[0] + "." + right[1] + ".",
            right[0] + "." + right[1],
            right[0] + "." + otherClaims + "." + right[2],
            "busbar_" + "A".repeat(43),
            "x".repeat(20_000)
        }) {
            assertEquals(401, server.status("GET", DEVICES, token), token);
        }
    }

    @Test
    void the_first_password_is_said_once_exchanged_and_outlives_a_restart() throws Exception {
        String first;
        String before;
        try (GuardedServer server = GuardedServer.start(lab)) {
            first = server.firstPassword();
            before = server.token("admin", first);
            HttpResponse<String> chosen = server.choose("admin", first, OWN);
            assertEquals(303, chosen.statusCode(), chosen::body);
            assertEquals(401, server.login("admin", first).statusCode());
            assertEquals(401, server.status("GET", DEVICES, before), "a changed password ends the logins");
            before = server.token("admin", OWN.replace('+', ' '));
        }
        try (GuardedServer server = GuardedServer.start(lab)) {
            assertEquals(first, server.firstPassword(), "no other was made");
            assertEquals(200, server.status("GET", DEVICES, before));
            assertEquals(200, server.login("admin", OWN.replace('+', ' ')).statusCode());
        }
        assertFalse(
                Files.readString(lab.resolve("data/logs/busbar.log")).contains(first), "the password is in the log");
    }

    @Test
    void a_forgotten_password_is_reset_by_the_owner_of_the_folder() throws Exception {
        GuardedServer.start(lab).close();
        assertEquals(0, busbar("user", "reset-password", "admin", lab.toString()));
        try (GuardedServer server = GuardedServer.start(lab)) {
            assertEquals(200, server.login("admin", server.firstPassword()).statusCode());
            assertFalse(Files.exists(lab.resolve("data/security/reset-password")));
        }
    }

    @Test
    void wrong_passwords_are_slowed_down() throws Exception {
        try (GuardedServer server = GuardedServer.start(lab)) {
            for (int i = 0; i < 5; i++) {
                assertEquals(401, server.login("admin", "wrong password " + i).statusCode());
            }
            HttpResponse<String> slowed = server.login("admin", "wrong password");
            assertEquals(429, slowed.statusCode());
            assertTrue(slowed.headers().firstValue("Retry-After").isPresent());
        }
    }

    @Test
    void damaged_users_keep_the_server_from_starting() throws Exception {
        GuardedServer.start(lab).close();
        Files.writeString(lab.resolve("data/security/users.json"), "{\"format\":1,\"regis");
        assertEquals(1, GuardedServer.launch(lab).waitFor());
        String log = LabServer.log(lab);
        assertTrue(log.contains("data/security/users.json cannot be read"), log);
    }

    @Test
    void programs_of_helao_are_let_in_by_their_address_as_a_user_of_theirs() throws Exception {
        Files.writeString(
                lab.resolve("security.json"),
                "{\"trusted\": [{\"path\": \"/orchestrator\", \"address\": \"127.0.0.1\", \"user\": \"admin\"}]}");
        try (GuardedServer server = GuardedServer.start(lab)) {
            assertEquals(200, server.send("GET", "/orchestrator/getStatus", "").statusCode());
            assertEquals(200, server.send("POST", "/orchestrator/pause", "").statusCode());
            assertEquals(401, server.send("GET", DEVICES, "").statusCode());
        }
    }

    @Test
    void the_commands_show_the_token_of_the_server() throws Exception {
        try (GuardedServer server = GuardedServer.start(lab)) {
            assertEquals(0, busbar("status", lab.toString()));
            assertEquals(1, busbar("status", "--url", server.url));
            assertTrue(Files.readString(folder.resolve("busbar.out")).contains("does not know who asks"));
            assertEquals(1, busbar("status", lab.toString(), "--token", "busbar_wrong"));
        }
    }

    @Test
    void without_security_this_machine_is_served_and_no_page_of_others() throws Exception {
        try (GuardedServer server = GuardedServer.start(lab, "--insecure-local")) {
            assertEquals(200, server.send("GET", DEVICES, "").statusCode());
            assertEquals(
                    403,
                    server.send("GET", DEVICES, "", "Origin", "http://evil.example")
                            .statusCode());
            assertNull(server.firstPassword());
            assertTrue(LabServer.log(lab).contains("Whoever uses this machine may do everything"));
        }
        assertEquals(
                2,
                GuardedServer.launch(lab, "--insecure-local", "--host", "0.0.0.0")
                        .waitFor());
        assertTrue(LabServer.log(lab).contains("which others can reach"), LabServer.log(lab));
    }

    @Test
    void tls_is_spoken_with_the_labs_own_key_and_the_commands_trust_it() throws Exception {
        Path keystore = lab.resolve("key.p12");
        Files.writeString(lab.resolve("tls-password"), "changeit\n");
        assertEquals(0, keytool(keystore));
        Files.writeString(
                lab.resolve("server.properties"), "tls.keystore = key.p12\ntls.password.file = tls-password\n");
        try (GuardedServer server = GuardedServer.start(lab, trusting(keystore))) {
            assertTrue(server.url.startsWith("https://127.0.0.1:"), server.url);
            assertEquals(401, server.send("GET", DEVICES, "").statusCode());
            assertEquals(200, server.status("GET", DEVICES, server.localToken()));
            HttpResponse<String> in = server.choose("admin", server.firstPassword(), OWN);
            assertTrue(in.headers().firstValue("Set-Cookie").orElseThrow().endsWith("; Secure"), in::toString);
            assertEquals(0, busbar("status", lab.toString()));
        }
        Files.writeString(lab.resolve("tls-password"), "wrong\n");
        assertEquals(2, GuardedServer.launch(lab).waitFor());
        assertTrue(LabServer.log(lab).contains("TLS cannot be spoken with the key in"), LabServer.log(lab));
    }

    private static int keytool(Path keystore) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-keystore",
                        keystore.toString(),
                        "-storepass",
                        "changeit")
                .inheritIO()
                .start()
                .waitFor();
    }

    private static HttpClient trusting(Path keystore) throws Exception {
        KeyStore own = KeyStore.getInstance(keystore.toFile(), "changeit".toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", own.getCertificate("server"));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    @Test
    void a_client_that_falls_silent_in_the_middle_of_its_head_is_cut_off() throws Exception {
        try (GuardedServer server = GuardedServer.start(lab);
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), URI.create(server.url).getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write("GET /health HTTP/1.1\r\nHost: loc".getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            assertTrue(in.readAllBytes().length < 10_000, "the connection is ended, whatever is said last");
        }
    }

    private int busbar(String... words) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(LabServer.home().resolve("bin/busbar").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("busbar.out").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("BUSBAR_TOKEN");
        return builder.start().waitFor();
    }
}
