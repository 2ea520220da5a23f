package org.busbar.drivers.helao;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.busbar.api.link.Framing;
import org.busbar.api.link.Instrument;
import org.busbar.api.link.LinkException;
import org.busbar.api.link.Simulator;

/** The action server of the stage, without HTTP: the contract of drivers acts out failures on it. */
final class StageSimulator implements Simulator {

    @Override
    public Instrument instrument(Map<String, String> options) {
        return new Stage("stage");
    }

    @Override
    public Instrument impostor(Map<String, String> options) {
        return new Stage("force");
    }

    /** As the body of a 422, since a simulated link has no statuses. */
    @Override
    public byte[] refusal() {
        return Framing.prefixed(4).frame("{\"detail\": \"field required\"}".getBytes(StandardCharsets.US_ASCII));
    }

    /** 20 mm/s; answers a move when it is there, and not at all if it is stopped. */
    private static final class Stage implements Instrument {
        private static final double SPEED = 20;
        private static final String API =
                "{'paths':{'/%1$s/moveAbs/':{'get':{'parameters':[{'name':'dx','in':'query','required':true},"
                        + "{'name':'dy','in':'query','required':true},{'name':'dz','in':'query','required':true}]}},"
                        + "'/%1$s/configure':{'get':{'parameters':[{'name':'names','in':'query'},"
                        + "{'name':'soft','in':'query'},{'name':'label','in':'query'}]}},"
                        + "'/%1$s/getPos':{'get':{}},'/%1$s/stop':{'get':{}}}}";

        private final Framing framing = Framing.prefixed(4);
        private final ByteArrayOutputStream open = new ByteArrayOutputStream();
        private final String type;
        private final double[] at = new double[3];
        private CompletableFuture<Void> moving = CompletableFuture.completedFuture(null);

        Stage(String type) {
            this.type = type;
        }

        @Override
        public synchronized void hear(byte[] bytes, Voice voice) {
            open.writeBytes(bytes);
            byte[] all = open.toByteArray();
            try {
                int length = framing.length(all, all.length);
                if (length > 0) {
                    open.reset();
                    byte[] request = framing.message(Arrays.copyOf(all, length));
                    answer(new String(request, StandardCharsets.US_ASCII), voice);
                }
            } catch (LinkException e) {
                open.reset();
            }
        }

        private void answer(String request, Voice voice) {
            moving.cancel(false);
            if (request.equals("GET /openapi.json")) {
                say(voice, String.format(API, type));
            } else if (request.matches("GET /" + type + "/moveAbs/?\\?.*")) {
                move(request.substring(request.indexOf('?') + 1), voice);
            } else if (request.startsWith("GET /" + type + "/configure?")) {
                String label = request.substring(request.indexOf("label=") + 6);
                say(voice, "{'parameters':{'label':['" + label + "']},'data':null}");
            } else {
                say(voice, position());
            }
        }

        private void move(String query, Voice voice) {
            double[] to = Arrays.stream(query.split("&"))
                    .mapToDouble(pair -> Double.parseDouble(pair.substring(pair.indexOf('=') + 1)))
                    .toArray();
            double way = Math.max(Math.abs(to[0] - at[0]), Math.abs(to[1] - at[1]));
            moving = new CompletableFuture<>();
            CompletableFuture<Void> mine = moving;
            CompletableFuture.delayedExecutor((long) (way / SPEED * 1000), TimeUnit.MILLISECONDS)
                    .execute(() -> arrive(mine, to, voice));
        }

        private synchronized void arrive(CompletableFuture<Void> mine, double[] to, Voice voice) {
            if (mine.complete(null)) {
                System.arraycopy(to, 0, at, 0, 3);
                say(voice, position());
            }
        }

        private String position() {
            return String.format(
                    Locale.ROOT, "{'parameters':null,'data':{'data':{'pos':[%s,%s,%s]}}}", at[0], at[1], at[2]);
        }

        private void say(Voice voice, String json) {
            voice.say(framing.frame(json.replace('\'', '"').getBytes(StandardCharsets.US_ASCII)));
        }
    }
}
