package org.busbar.helao;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.busbar.helao.Note.Command;
import org.busbar.json.Json;

/** The operations of HELAO's orchestrator. Safe for use by many threads. */
final class Operations {

    /** How many clients may wait for the next data at once, and how long. */
    static final int WAITING = 20;

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Set<String> SUBSCRIPTIONS =
            Set.of("subscribe", "subscribe_status", "unsubscribe", "unsubscribe_status");

    private final Desk desk;
    private final Semaphore waiting = new Semaphore(WAITING);
    private final Map<String, Function<Call, String>> told = Map.of(
            "addExperiment", this::addExperiment,
            "clear", call -> tell(Command.CLEAR, call),
            "kill", call -> tell(Command.KILL, call),
            "pause", call -> tell(Command.PAUSE, call),
            "resume", call -> tell(Command.RESUME, call));
    private final Map<String, Function<Call, String>> asked = Map.of(
            "getStatus", call -> Json.write(desk().status()),
            "readHeaders", call -> quoted(call, run -> Readings.headers(run, address(call))),
            "getGroup", call -> quoted(call, run -> Readings.group(run, address(call))),
            "getArray", call -> quoted(call, run -> Readings.array(run, call.texts("addresses"))));

    Operations(Desk desk) {
        this.desk = desk;
    }

    private Desk desk() {
        return desk;
    }

    /**
     * Does it.
     *
     * @return JSON
     * @throws Refused if it cannot be done
     * @throws SoeException if the experiment breaks HELAO's rules
     * @throws InterruptedException if interrupted while waiting for data
     */
    String answer(Call call) throws InterruptedException {
        if (SUBSCRIPTIONS.contains(call.operation())) {
            throw new Refused(501, "There are no subscriptions here yet; ask getStatus, or getData with mode=next");
        }
        if (call.operation().equals("getData")) {
            require(call, "GET");
            return Json.write(data(call));
        }
        boolean change = told.containsKey(call.operation());
        Function<Call, String> operation = (change ? told : asked).get(call.operation());
        if (operation == null) {
            throw new Refused(404, "There is no operation '" + call.operation() + "'");
        }
        require(call, change ? "POST" : "GET");
        return operation.apply(call);
    }

    private static void require(Call call, String method) {
        if (!call.method().equals(method)) {
            throw new Refused(405, call.operation() + " must be asked with " + method);
        }
    }

    private String addExperiment(Call call) {
        String json = call.optional("experiment").orElse(call.body());
        int thread = call.whole("thread").orElse(0);
        int priority = call.whole("priority").orElse(10);
        return Json.write(Map.of("experiment", desk.accept(json, thread, priority)));
    }

    private String tell(Command command, Call call) {
        OptionalInt thread = call.whole("thread");
        if (thread.isPresent() && thread.getAsInt() < 0) {
            throw new Refused(422, "thread = " + thread.getAsInt() + " is below 0");
        }
        desk.tell(command, thread.orElse(-1));
        return "null";
    }

    private static String address(Call call) {
        return call.optional("address").orElse("");
    }

    private String quoted(Call call, Function<RunData, Object> read) {
        return Json.write(desk.read(readings -> Json.write(read.apply(run(readings, call)))));
    }

    private static RunData run(Readings readings, Call call) {
        OptionalInt thread = call.whole("thread");
        if (thread.isPresent() == call.optional("path").isPresent()) {
            throw new Refused(422, "Give either a thread or the path of a data file");
        }
        if (thread.isPresent()) {
            return readings.of(thread.getAsInt(), call.whole("run"));
        }
        int run = call.whole("run").orElseThrow(() -> new Refused(422, "With a path, run must be given"));
        return readings.of(call.text("path"), run);
    }

    private Object data(Call call) throws InterruptedException {
        int thread = call.whole("thread").orElseThrow(() -> new Refused(422, "thread is missing"));
        List<String> addresses = call.texts("addresses");
        String mode = call.text("mode");
        if (mode.equals("next")) {
            return next(thread, addresses);
        }
        if (!mode.equals("list") && !mode.equals("group")) {
            throw new Refused(422, "mode = '" + mode + "' is none of list, group, next");
        }
        return desk.read(readings -> {
            RunData run = readings.of(thread, OptionalInt.empty());
            return mode.equals("list") ? Readings.array(run, addresses) : Readings.groups(run, addresses);
        });
    }

    private Object next(int thread, List<String> addresses) throws InterruptedException {
        if (!waiting.tryAcquire()) {
            throw new Refused(503, WAITING + " clients wait for data already; ask again");
        }
        try {
            return desk.await(readings -> readings.present(thread, addresses), PATIENCE);
        } finally {
            waiting.release();
        }
    }
}
