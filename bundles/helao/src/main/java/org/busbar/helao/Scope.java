package org.busbar.helao;

import java.util.Optional;

/** What an experiment sees while it is translated. */
interface Scope {

    /** Its number. */
    int experiment();

    int thread();

    /** The data of the run it belongs to. */
    RunData own();

    /** The data that addresses of a thread mean; empty if it has none yet. */
    Optional<RunData> of(int thread);

    /** Whether that learning server has been asked for something in this run by another thread, and not answered. */
    boolean isAsked(String server);

    /** The value at an address; empty if it is not there yet. */
    default Optional<Datum> find(Address address) {
        return step(address).flatMap(step -> step.at(address.path()));
    }

    /** What came of the step that an address is in; empty if it has not been done. */
    default Optional<StepData> step(Address address) {
        return of(address.thread()).flatMap(run -> run.step(address));
    }
}
