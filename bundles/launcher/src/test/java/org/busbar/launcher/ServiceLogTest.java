package org.busbar.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.log.FormatterLogger;
import org.slf4j.LoggerFactory;

class ServiceLogTest {

    private final Logger logback = (Logger) LoggerFactory.getLogger("pump");
    private final ListAppender<ILoggingEvent> seen = new ListAppender<>();

    @BeforeEach
    void watch() {
        logback.setLevel(Level.WARN);
        logback.setAdditive(false);
        seen.start();
        logback.addAppender(seen);
    }

    @AfterEach
    void unwatch() {
        logback.detachAppender(seen);
    }

    @Test
    void keeps_level_values_and_cause() {
        var cause = new IllegalStateException("no answer");
        new ServiceLog().getLogger("pump").error("{} is {}", "left", "silent", cause);
        ILoggingEvent event = seen.list.get(0);
        assertEquals(Level.ERROR, event.getLevel());
        assertEquals("left is silent", event.getFormattedMessage());
        assertEquals("no answer", event.getThrowableProxy().getMessage());
    }

    @Test
    void leaves_out_what_is_not_enabled() {
        var logger = new ServiceLog().getLogger("pump");
        logger.info("dispensing");
        logger.debug(l -> l.debug("never called"));
        logger.warn(l -> l.warn("called"));
        assertEquals(1, seen.list.size());
        assertEquals(false, logger.isInfoEnabled());
        assertEquals(true, logger.isWarnEnabled());
        assertEquals("pump", logger.getName());
    }

    @Test
    void formats_as_the_kind_of_logger_says() {
        new ServiceLog().getLogger("pump", FormatterLogger.class).warn("%d mL of %s", 3, "water");
        assertEquals("3 mL of water", seen.list.get(0).getFormattedMessage());
    }
}
