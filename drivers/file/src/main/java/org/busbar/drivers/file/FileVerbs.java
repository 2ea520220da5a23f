package org.busbar.drivers.file;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.busbar.api.Values;
import org.busbar.api.artifact.Artifacts;
import org.busbar.api.device.DeviceException;
import org.busbar.drivers.described.Deed;
import org.busbar.drivers.described.Reply;
import org.busbar.drivers.described.Scope;
import org.busbar.drivers.described.Verb;
import org.busbar.drivers.described.yaml.Entry;
import org.busbar.drivers.described.yaml.Section;

/**
 * The steps of a description: {@code job} and {@code await} of a result, {@code write} and {@code read} of other files.
 *
 * @param kept is told of each artifact that a step gives, as {@code output media/type}
 */
record FileVerbs(Folder folder, Jobs jobs, Artifacts artifacts, Set<String> kept) {

    Map<String, Verb> verbs() {
        return Map.of("job", this::job, "await", this::await, "write", this::write, "read", this::read);
    }

    /** A file to be written. */
    private record Order(NameTemplate name, NameTemplate text, boolean crlf, Charset charset) {

        static Order of(String key, Section step, Scope scope) {
            Optional<Entry> lines = step.find("lines");
            lines.filter(entry -> !entry.text().matches("lf|crlf")).ifPresent(entry -> {
                throw entry.mistake("lines end with lf or crlf, not '" + entry.text() + "'");
            });
            boolean crlf = lines.map(entry -> entry.text().equals("crlf")).orElse(false);
            return new Order(
                    NameTemplate.of(step.get(key), scope),
                    NameTemplate.of(step.get("text"), scope),
                    crlf,
                    ResultFile.charset(step));
        }

        byte[] content(String job, Values known) {
            String filled = text.text(job, known);
            return (crlf ? filled.replace("\n", "\r\n") : filled).getBytes(charset);
        }
    }

    private Deed job(Section step, Scope scope) {
        Order order = Order.of("job", step, scope);
        NameTemplate glob = NameTemplate.of(step.get("result"), scope);
        ResultFile result = resultFile(step, scope);
        return known -> {
            String job = jobs.name();
            Arrival arrival = Arrival.begun(folder, glob.name(job, known));
            jobs.give(folder.file(order.name().name(job, known)), order.content(job, known));
            return result(arrival, result, scope);
        };
    }

    private Deed await(Section step, Scope scope) {
        NameTemplate glob = NameTemplate.of(step.get("await"), scope);
        ResultFile result = resultFile(step, scope);
        return known -> result(Arrival.begun(folder, glob.name(jobs.name(), known)), result, scope);
    }

    private ResultFile resultFile(Section step, Scope scope) {
        ResultFile result = ResultFile.of(step, scope);
        result.raw().ifPresent(raw -> kept.add(raw.output() + " " + raw.mediaType()));
        return result;
    }

    private Values result(Arrival arrival, ResultFile result, Scope scope) throws Exception {
        try {
            Path file = arrival.await(result.within(), result.rest(), scope::pause);
            jobs.answered();
            return result.read(file, folder, artifacts);
        } catch (InterruptedException | IllegalStateException e) {
            takeBack(e);
            throw e;
        }
    }

    private void takeBack(Exception reason) {
        try {
            jobs.takeBack();
        } catch (IOException | IllegalStateException e) {
            reason.addSuppressed(e); // makeSafe is asked next, and says the same
        }
    }

    private Deed write(Section step, Scope scope) {
        Order order = Order.of("write", step, scope);
        return known -> {
            String job = jobs.name();
            folder.write(folder.file(order.name().name(job, known)), order.content(job, known));
            return Values.none();
        };
    }

    private Deed read(Section step, Scope scope) {
        NameTemplate name = NameTemplate.of(step.get("read"), scope);
        Charset charset = ResultFile.charset(step);
        Reply reply = Reply.text(step, scope);
        return known -> {
            Path file = folder.file(name.name(jobs.name(), known));
            return reply.read(file.getFileName().toString(), content(file, charset));
        };
    }

    private String content(Path file, Charset charset) throws DeviceException {
        folder.check();
        try {
            return new String(Folder.read(file), charset);
        } catch (IOException e) {
            throw new DeviceException(file + " cannot be read: " + e, e);
        }
    }
}
