package org.busbar.drivers.galil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.LinkException;
import org.busbar.links.LinkRoom;
import org.busbar.links.Permissions;
import org.busbar.links.serve.InstrumentProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A controller that lives in another process, behind TCP. */
@Timeout(60)
class OtherProcessTest {

    private final LinkRoom room = new LinkRoom();
    private InstrumentProcess instrument;
    private MotionController stage;

    @BeforeEach
    void start() throws Exception {
        instrument = InstrumentProcess.tcp(GalilSimulator.class, Map.of("homed", "1", "speed", "5"));
        stage = Bench.one(room.links(Permissions.ALL), Map.of("link", instrument.link(), "serial", 4711L));
    }

    @AfterEach
    void end() {
        room.close();
        instrument.close();
    }

    @Test
    void moves_homes_and_is_stopped() throws Exception {
        stage.selfTest();
        assertEquals(22.5, Bench.move(stage, "x", 22.5), 1e-9);
        assertEquals(0, Bench.home(stage, "x"), 1e-9);
        CompletableFuture<Throwable> end = begin();
        stage.makeSafe();
        assertEquals(0, Bench.moving(stage));
        assertTrue(end.get(5, TimeUnit.SECONDS) instanceof Exception);
        assertTrue(Bench.position(stage, "x") > 0 && Bench.position(stage, "x") < 200);
    }

    @Test
    void a_controller_that_dies_in_the_middle_is_offline_afterwards() throws Exception {
        stage.selfTest();
        CompletableFuture<Throwable> end = begin();
        instrument.close();
        assertInstanceOf(LinkException.class, end.get(10, TimeUnit.SECONDS));
        DeviceException e = assertInstanceOf(DeviceException.class, thrown());
        assertEquals(Detail.OFFLINE, e.detail());
        assertThrows(LinkException.class, stage::close, "Nobody knows whether it stands");
    }

    private CompletableFuture<Throwable> begin() throws Exception {
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread worker = new Thread(() -> {
            try {
                end.complete(new AssertionError("Arrived at " + Bench.move(stage, "x", 200)));
            } catch (Throwable e) {
                end.complete(e);
            }
        });
        worker.setDaemon(true);
        worker.start();
        while (Bench.moving(stage) == 0) {
            Thread.sleep(20);
        }
        return end;
    }

    private Throwable thrown() {
        try {
            stage.selfTest();
            return new AssertionError("passed");
        } catch (Exception e) {
            return e;
        }
    }
}
