package org.busbar.drivers.person;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.busbar.api.Values;
import org.busbar.api.device.DeviceException;
import org.busbar.api.device.Errand;
import org.busbar.api.device.People;

/** People who answer at once as they are told to, or not at all. */
final class Crew implements People {

    final List<Errand> asked = new ArrayList<>();
    private final Function<Errand, CompletableFuture<Values>> answer;
    private volatile CompletableFuture<Values> open = new CompletableFuture<>();

    private Crew(Function<Errand, CompletableFuture<Values>> answer) {
        this.answer = answer;
    }

    static Crew answering(Function<Errand, Values> answer) {
        return new Crew(errand -> CompletableFuture.completedFuture(answer.apply(errand)));
    }

    static Crew refusing(String reason) {
        return new Crew(errand -> CompletableFuture.failedFuture(new DeviceException(reason)));
    }

    static Crew absent() {
        return new Crew(errand -> new CompletableFuture<>());
    }

    @Override
    public Values ask(Errand errand) throws DeviceException, InterruptedException {
        asked.add(errand);
        open = answer.apply(errand);
        try {
            return open.get();
        } catch (ExecutionException | CompletionException e) {
            if (e.getCause() instanceof DeviceException refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        }
    }

    @Override
    public void withdraw(String device) {
        open.completeExceptionally(new IllegalStateException("What " + device + " asked was withdrawn"));
    }
}
