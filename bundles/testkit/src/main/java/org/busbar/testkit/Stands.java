package org.busbar.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives each test of a driver a {@link Stand} of its own, and all tests of a class the same {@link Premises}. */
final class Stands implements BeforeEachCallback, AfterEachCallback {

    private static final ExtensionContext.Namespace OWN = ExtensionContext.Namespace.create(Stands.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        ExtensionContext.Store store = context.getParent().orElseThrow().getStore(OWN);
        Stand.begin(() -> store.getOrComputeIfAbsent(Premises.class, key -> premises(), Premises.class));
    }

    private static Premises premises() {
        try {
            return new Premises();
        } catch (IOException e) {
            throw new UncheckedIOException("There is no room for a journal", e);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Stand.end();
    }
}
