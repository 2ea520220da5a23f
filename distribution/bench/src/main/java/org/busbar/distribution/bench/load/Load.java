package org.busbar.distribution.bench.load;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Loads a server and prints one line of JSON: {@code Load <url> <token or -> <what> <clients> <count> <prefix>}.
 *
 * <p>What: {@code requests} and {@code results} send so many of them in all; {@code list} asks so often for pending
 * requests; {@code race} has as many tenants as clients compete for so many requests; {@code events} listens until each
 * client has heard of so many requests.
 */
public final class Load {

    private static final Pattern TIME = Pattern.compile("\"time\":\"([^\"]+)\"");
    private static final String TENANT = "bench";
    private static final String REQUEST = "{\"quantity\": \"bench_conductivity\", \"methods\": [\"two_electrode\"], "
            + "\"inputs\": {\"temperature\": \"298 K\", \"salt\": \"1 mol/kg\"}}";
    private static final String RESULT = "{\"tenant\": \"" + TENANT + "\", \"method\": \"two_electrode\", "
            + "\"outputs\": {\"conductivity\": {\"value\": 7.4, \"unit\": \"mS/cm\", \"uncertainty\": 0.1}}}";

    private final URI url;
    private final String token;
    private final int clients;
    private final int count;
    private final String prefix;
    private final Times times = new Times();

    private Load(URI url, String token, int clients, int count, String prefix) {
        this.url = url;
        this.token = token;
        this.clients = clients;
        this.count = count;
        this.prefix = prefix;
    }

    /** One client's work. */
    @FunctionalInterface
    private interface Work {
        void with(Wire wire, int client) throws IOException;
    }

    /** Exit code 1: something could not be sent at all. */
    public static void main(String... words) throws Exception {
        Load load = new Load(
                URI.create(words[0]),
                words[1].equals("-") ? "" : words[1],
                Integer.parseInt(words[3]),
                Integer.parseInt(words[4]),
                words[5]);
        System.out.println(load.run(words[2]));
        System.exit(0);
    }

    private String run(String what) throws Exception {
        switch (what) {
            case "requests":
                return inTurn((wire, number) -> wire.post("/api/v1/requests", prefix + number, REQUEST));
            case "results":
                return inTurn((wire, number) ->
                        wire.post("/api/v1/requests/request-" + prefix + number + "/result", "", RESULT));
            case "list":
                return inTurn((wire, number) -> wire.get("/api/v1/requests/pending?tenant=" + TENANT + "&limit=1000"));
            case "race":
                return race();
            case "events":
                return events();
            default:
                throw new IllegalArgumentException("There is no '" + what + "'");
        }
    }

    /** Sends one message of many. */
    @FunctionalInterface
    private interface Message {
        Wire.Answer send(Wire wire, int number) throws IOException;
    }

    private String inTurn(Message message) throws Exception {
        AtomicInteger next = new AtomicInteger();
        return measured((wire, client) -> {
            for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                timed(wire, number, message);
            }
        });
    }

    private Wire.Answer timed(Wire wire, int number, Message message) throws IOException {
        long begun = System.nanoTime();
        Wire.Answer answer = message.send(wire, number);
        if (answer.isGood()) {
            times.took(System.nanoTime() - begun);
        } else {
            times.failed(answer.status());
        }
        return answer;
    }

    /** Each tenant tries to take every request, in an order of its own. */
    private String race() throws Exception {
        Set<Integer> taken = ConcurrentHashMap.newKeySet();
        AtomicInteger doubled = new AtomicInteger();
        String report = measured((wire, client) -> {
            List<Integer> order = new ArrayList<>();
            for (int number = 0; number < count; number++) {
                order.add(number);
            }
            Collections.shuffle(order, new Random(client));
            for (int number : order) {
                if (!taken.contains(number) && isTaken(wire, client, number) && !taken.add(number)) {
                    doubled.incrementAndGet();
                }
            }
        });
        return report.replace("}", ", \"taken\": " + taken.size() + ", \"doubled\": " + doubled + "}");
    }

    private boolean isTaken(Wire wire, int client, int number) throws IOException {
        String path = "/api/v1/requests/request-" + prefix + number + "/reserve";
        String tenant = "{\"tenant\": \"" + TENANT + "-" + client + "\"}";
        return timed(wire, number, (any, same) -> any.post(path, "", tenant)).isGood();
    }

    /** From the time in the event, which it is given before it is written down, until a client has it. */
    private String events() throws Exception {
        return measured((wire, client) -> {
            wire.listen("/api/v1/events?kinds=Requested");
            int heard = 0;
            while (heard < count) {
                Matcher time = TIME.matcher(wire.line());
                if (time.find()) {
                    times.took(Duration.between(Instant.parse(time.group(1)), Instant.now())
                            .toNanos());
                    heard++;
                }
            }
        });
    }

    private String measured(Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        List<Callable<Void>> all = new ArrayList<>();
        long begun = System.nanoTime();
        for (int i = 0; i < clients; i++) {
            int client = i;
            all.add(() -> {
                try (Wire wire = new Wire(url.getHost(), url.getPort(), token)) {
                    work.with(wire, client);
                }
                return null;
            });
        }
        for (Future<Void> done : threads.invokeAll(all)) {
            done.get();
        }
        threads.shutdown();
        return times.report((System.nanoTime() - begun) / 1e9);
    }
}
