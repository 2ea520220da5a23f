package org.busbar.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Says which of the 13 assertions of the conformance kit a test is part of; see {@link Conformance}. Such
 * tests may run side by side where nothing speaks against it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
public @interface Assertion {

    /** From 1 to 13. */
    int value();
}
