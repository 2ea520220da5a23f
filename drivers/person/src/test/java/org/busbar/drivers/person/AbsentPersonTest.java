package org.busbar.drivers.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.busbar.api.Values;
import org.busbar.api.device.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nobody answers. */
@Timeout(10)
class AbsentPersonTest {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final AtomicReference<Device> asking = new AtomicReference<>();
    private final Crew crew = Crew.absent();
    private final Device person = Bench.person(crew);

    private FutureTask<Values> begun() throws InterruptedException {
        FutureTask<Values> task = new FutureTask<>(() -> {
            asked.countDown();
            return person.actions().get(1).perform(Values.none());
        });
        Thread worker = new Thread(task);
        worker.setDaemon(true);
        worker.start();
        asked.await();
        while (crew.asked.isEmpty() || worker.getState() == Thread.State.RUNNABLE) {
            Thread.sleep(5);
        }
        return task;
    }

    @Test
    void make_safe_withdraws_what_is_asked() throws Exception {
        FutureTask<Values> task = begun();
        person.makeSafe();
        assertThrows(ExecutionException.class, () -> task.get(5, TimeUnit.SECONDS));
    }

    @Test
    void nothing_more_is_asked_once_made_safe() throws Exception {
        Crew telling = Crew.answering(errand -> {
            try {
                asking.get().makeSafe();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return Bench.answer(errand);
        });
        asking.set(Bench.person(telling));
        assertThrows(
                IllegalStateException.class, () -> asking.get().actions().get(0).perform(Bench.example("weigh_in")));
        assertEquals(1, telling.asked.size());
    }

    @Test
    void deactivation_withdraws_what_is_asked() throws Exception {
        FutureTask<Values> task = begun();
        ((Person) person).close();
        assertThrows(ExecutionException.class, () -> task.get(5, TimeUnit.SECONDS));
    }
}
