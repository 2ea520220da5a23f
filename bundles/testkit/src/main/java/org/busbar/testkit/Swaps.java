package org.busbar.testkit;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.busbar.api.device.Device;
import org.junit.jupiter.api.io.TempDir;

/** Loads a driver and its test again and again, as plug-ins come and go, and looks whether the classes go too. */
final class Swaps {

    /** How long the garbage collector is given. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Class<?> test;
    private final URL[] places;
    private final Path folder;

    /** @param folder for what the test puts into a temporary folder */
    Swaps(Class<?> test, Class<?> driver, Path folder) {
        this.test = test;
        this.places = new URL[] {Source.of(test), Source.of(driver)};
        this.folder = folder;
    }

    /**
     * Does so many swaps; gives how many loaders are still there. Does so in a thread of its own: one of JUnit's pool may
     * start others of the pool, which keep the classes that were at work when they were started.
     */
    int left(int swaps) throws Exception {
        FutureTask<Integer> work = new FutureTask<>(() -> leftHere(swaps));
        new Thread(work, "kit-swaps").start();
        try {
            return work.get();
        } catch (ExecutionException e) {
            throw new AssertionError("A driver that was loaded afresh does not work: " + e.getCause(), e.getCause());
        }
    }

    private int leftHere(int swaps) throws Exception {
        swap(); // threads that the JVM starts at the first use keep whom they were started by
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int i = 0; i < swaps; i++) {
            loaders.add(swap());
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (left(loaders) > 0 && System.nanoTime() < end) {
            System.gc();
            Thread.sleep(20);
        }
        return left(loaders);
    }

    private static int left(List<WeakReference<ClassLoader>> loaders) {
        return (int) loaders.stream().filter(loader -> loader.get() != null).count();
    }

    private WeakReference<ClassLoader> swap() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (Fresh loader = new Fresh(places, test.getClassLoader());
                Stand stand = new Stand()) {
            Thread.currentThread().setContextClassLoader(loader);
            DriverContract contract = contract(loader);
            Device device = stand.device(contract, stand.simulated(contract, contract.simulator()));
            device.actions();
            device.selfTest();
            device.makeSafe();
            stand.done(device);
            return new WeakReference<>(loader);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private DriverContract contract(ClassLoader loader) throws ReflectiveOperationException, IOException {
        Class<?> fresh = loader.loadClass(test.getName());
        Constructor<?> constructor = fresh.getDeclaredConstructor();
        constructor.setAccessible(true);
        DriverContract contract = (DriverContract) constructor.newInstance();
        for (Field field : fresh.getDeclaredFields()) {
            if (field.isAnnotationPresent(TempDir.class) && field.getType() == Path.class) {
                field.setAccessible(true);
                field.set(contract, Files.createTempDirectory(folder, "swap"));
            }
        }
        return contract;
    }

    /** Looks at its own places first, for the classes of the driver and its test. */
    private static final class Fresh extends URLClassLoader {

        Fresh(URL[] places, ClassLoader parent) {
            super(places, parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                if (known != null) {
                    return known;
                }
                if (findResource(name.replace('.', '/') + ".class") != null) {
                    return findClass(name);
                }
                return super.loadClass(name, resolve);
            }
        }

        @Override
        public URL getResource(String name) {
            URL own = findResource(name);
            return own == null ? super.getResource(name) : own;
        }
    }

    /** The names of threads that are there now and were not before, the kit's own left out. */
    static List<String> threads(Set<Thread> before) {
        try (Stream<Thread> now = Thread.getAllStackTraces().keySet().stream()) {
            return now.filter(thread -> !before.contains(thread) && thread.isAlive() && !isOfJUnit(thread))
                    .map(Thread::getName)
                    .filter(name -> !name.startsWith("kit-"))
                    .toList();
        }
    }

    private static boolean isOfJUnit(Thread thread) {
        return thread.getClass().getName().startsWith("org.junit.");
    }
}
