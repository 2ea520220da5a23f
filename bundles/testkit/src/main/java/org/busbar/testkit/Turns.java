package org.busbar.testkit;

import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets some tests of drivers with simulated links run side by side, as most of their time they wait. A real instrument,
 * a device without a link, an instance of the test class for all its tests, and a test that is {@link Alone} have no
 * other beside them.
 *
 * <p>That tests are run by several threads at all is asked for in {@code junit-platform.properties} of the kit. If
 * the author has such a file too and does not, they are run one by one.
 */
final class Turns implements BeforeEachCallback {

    private static final int MANY = 8;
    private static final Semaphore PLACES = new Semaphore(MANY, true);
    private static final ExtensionContext.Namespace OWN = ExtensionContext.Namespace.create(Turns.class);

    @Override
    public void beforeEach(ExtensionContext context) throws InterruptedException {
        int places = mayHaveOthersBeside(context) ? 1 : MANY;
        if (places == 1) {
            PLACES.acquire();
        }
        while (places == MANY && !PLACES.tryAcquire(MANY)) {
            Thread.sleep(5); // lets others go first, so that they need not wait until all places are free
        }
        AutoCloseable back = () -> PLACES.release(places);
        context.getStore(OWN).put(Turns.class, back); // closed by JUnit when the test has ended in any way
    }

    private static boolean mayHaveOthersBeside(ExtensionContext context) {
        boolean shared = context.getTestInstanceLifecycle().orElse(TestInstance.Lifecycle.PER_METHOD)
                == TestInstance.Lifecycle.PER_CLASS;
        return DriverContract.class.isAssignableFrom(context.getRequiredTestClass())
                && !Stand.isReal()
                && !shared
                && !context.getRequiredTestMethod().isAnnotationPresent(Alone.class);
    }
}
