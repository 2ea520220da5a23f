package org.busbar.testkit.doser;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;
import org.busbar.api.device.Fate;
import org.busbar.api.link.LinkException;
import org.busbar.api.link.Links;

/** Drivers that are bad in one way each, by the number of the assertion that they break. */
final class Bad {

    private Bad() {}

    /** Has an input without limits. */
    static class Contract1 extends GoodContract {
        @Override
        public Device driver(Links links, String link) {
            return new Doser(links, link) {
                @Override
                public List<Action> actions() {
                    return List.of(Action.action("dose")
                            .takes(Parameter.real("volume", "mL"))
                            .does(this::dose));
                }
            };
        }
    }

    /** Is slow to activate when nothing is there, and asks nothing in its self-test. */
    static class Contract2 extends GoodContract {
        @Override
        public Device driver(Links links, String link) throws InterruptedException {
            Thread.sleep(link.contains("nothing") ? 1100 : 0);
            return new Doser(links, link) {
                @Override
                public void selfTest() {}
            };
        }
    }

    /** Asks the instrument how long an action takes. */
    static class Contract3 extends GoodContract {
        @Override
        public Device driver(Links links, String link) {
            return new Doser(links, link) {
                @Override
                Duration duration(Values inputs) {
                    try {
                        done("TURN open");
                        return super.duration(inputs);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }
            };
        }
    }

    /** Toggles, and calls it repeatable. */
    static class Contract4 extends GoodContract {
        @Override
        public Device driver(Links links, String link) {
            return new Doser(links, link) {
                private boolean open;

                @Override
                Values turn(Values inputs) throws Exception {
                    open = !open;
                    done("TURN");
                    return Values.of("is", new Text(open ? "open" : "closed"));
                }
            };
        }
    }

    /** Waits for its turn before it makes itself safe. */
    static class Contract5 extends GoodContract {
        @Override
        public Device driver(Links links, String link) {
            return new Doser(links, link) {
                @Override
                public void makeSafe() throws Exception {
                    understood(super.line.ask("STOP"), "STOP", "OK");
                }
            };
        }
    }

    /** Does not care whether its commands are answered, and how. */
    static class Contract6 extends GoodContract {
        @Override
        public Device driver(Links links, String link) {
            return new Doser(links, link) {
                @Override
                String ask(String command, String pattern) throws Exception {
                    try {
                        return command.endsWith("?") ? super.ask(command, pattern) : super.line.ask(command);
                    } catch (LinkException e) {
                        return "OK";
                    }
                }
            };
        }

        @Override
        public List<String> failing(Device device) {
            return List.of("turn");
        }
    }

    /** Says that it takes a few milliseconds. */
    static class Contract7 extends GoodContract {
        @Override
        public Device driver(Links links, String link) {
            return new Doser(links, link) {
                @Override
                Duration duration(Values inputs) {
                    return Duration.ofMillis(1);
                }
            };
        }

        @Override
        public Values example(String action) {
            return action.equals("dose") ? Values.of("volume", Quantity.of(1.2, "mL")) : super.example(action);
        }
    }

    /** Does not close its link. */
    static class Contract8 extends GoodContract {
        @Override
        public Device driver(Links links, String link) {
            return new Doser(links, link) {
                @Override
                void close() {}
            };
        }
    }

    /** Has the JVM remember it for ever. */
    static class Contract9 extends GoodContract {
        @Override
        public Device driver(Links links, String link) {
            Doser doser = new Doser(links, link);
            Runtime.getRuntime().addShutdownHook(new Thread(doser::close));
            return doser;
        }
    }

    /** Says that everything was done. */
    static class Contract10 extends GoodContract {
        @Override
        public Device driver(Links links, String link) {
            return new Doser(links, link) {
                @Override
                Fate probe(Values inputs, Instant started) {
                    return new Fate.Completed(Values.none());
                }
            };
        }
    }

    /** Can do more when it is simulated. */
    static class Contract11 extends GoodContract {
        @Override
        public Device driver(Links links, String link) {
            return new Doser(links, link) {
                @Override
                public List<Action> actions() {
                    List<Action> actions = new ArrayList<>(super.actions());
                    if (link.contains("nothing")) {
                        actions.remove(1);
                    }
                    return actions;
                }
            };
        }
    }

    /** Uses a folder that it does not declare, and tells a secret. */
    static class Contract12 extends GoodContract {
        @Override
        public Device driver(Links links, String link) {
            links.files("/etc/doser");
            return new Doser(links, link) {
                @Override
                public String toString() {
                    return "doser with password sesame";
                }
            };
        }

        @Override
        public List<String> secrets() {
            return List.of("sesame");
        }
    }

    /** Has settings in its README that there are not. */
    static class Contract13 extends GoodContract {
        @Override
        public Path readme() {
            return Path.of("src/test/resources/doser/wrong.md");
        }
    }
}
