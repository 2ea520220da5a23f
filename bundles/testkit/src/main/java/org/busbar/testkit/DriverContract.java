package org.busbar.testkit;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.util.List;
import org.busbar.api.Values;
import org.busbar.api.device.Device;
import org.busbar.api.link.Links;
import org.busbar.api.link.Simulator;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What every driver with a link must hold, on its simulated and on its real instrument alike. Give it the driver, the
 * simulator and, for each action, inputs that work.
 *
 * <p>With {@code -Dbusbar.link=serial:/dev/ttyUSB0} the same is tried on a real instrument, with {@link #realExample}. What
 * needs a simulated one is skipped then, and said in the report; see {@link Conformance}.
 */
@ExtendWith(Stands.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public interface DriverContract extends DeviceContract {

    /**
     * The driver, as after activation.
     *
     * @param link to be handed to {@link Links#open} as it is
     */
    Device driver(Links links, String link) throws Exception;

    /** The instrument in software; a fresh simulator each time. */
    Simulator simulator();

    /**
     * Options of the simulated link, such as {@code speed=100&noise=0}; none by default. Replies have to come within
     * 400 ms unless there is a {@code timeout} among them.
     */
    default String options() {
        return "";
    }

    /** Inputs with which this action is harmless on the real instrument; the example by default. */
    default Values realExample(String action) throws Exception {
        return example(action);
    }

    /** The same for an action of at least two seconds; empty, which is the default, if there is none. */
    default Values realSlow(String action) throws Exception {
        return Values.none();
    }

    /** The model and firmware, as a real instrument tells; empty if it does not. */
    default String hardware(Device device) throws Exception {
        return "";
    }

    /** Texts among the settings that {@link #driver} is made with which nobody may see, such as a password. */
    default List<String> secrets() {
        return List.of();
    }

    /** The actions on which failures are tried: by default the first, and the first of those that only read. */
    default List<String> failing(Device device) {
        return Trials.representatives(device);
    }

    /** The README of the driver, in the working folder by default. */
    default Path readme() {
        return Path.of("README.md");
    }

    /** Takes the driver away, by default with its method that is annotated with {@code @Deactivate}. */
    default void close(Device device) throws Exception {
        Stand.deactivate(device);
    }

    @Override
    default Device device() throws Exception {
        return Stand.current().device(this);
    }

    @Override
    default void done(Device device) throws Exception {
        Stand.current().done(device);
    }

    @Override
    default Values trial(String action) throws Exception {
        return Stand.isReal() ? realExample(action) : example(action);
    }

    @Override
    default Values slowTrial(String action) throws Exception {
        return Stand.isReal() ? realSlow(action) : slow(action);
    }

    @Test
    @Assertion(2)
    default void is_activated_at_once_whatever_the_link_does() throws Exception {
        new Beginnings(this).activates();
    }

    @Test
    @Assertion(2)
    default void gets_no_work_while_nothing_answers() throws Exception {
        new Beginnings(this).waitsForAnAnswer();
    }

    @Test
    @Assertion(2)
    default void gets_no_work_while_another_instrument_answers() throws Exception {
        new Beginnings(this).refusesAnotherInstrument();
    }

    @Test
    @Assertion(3)
    @Order(1)
    default void sends_nothing_for_inputs_that_are_refused() throws Exception {
        new Beginnings(this).sendsNothingThatIsRefused();
    }

    @Test
    @Assertion(5)
    default void is_safe_while_the_line_hangs() throws Exception {
        new Beginnings(this).isSafeWhileTheLineHangs();
    }

    @Test
    @Assertion(5)
    default void is_safe_while_it_begins() throws Exception {
        new Beginnings(this).isSafeWhileItBegins();
    }

    @Test
    @Assertion(6)
    default void has_failed_when_the_instrument_says_no() throws Exception {
        Failures.each(this, Failures::refusal);
    }

    @Test
    @Assertion(6)
    @Order(1)
    default void is_stopped_when_the_instrument_does_not_answer() throws Exception {
        Failures.each(this, Failures::silence);
    }

    @Test
    @Assertion(6)
    @Order(1)
    default void gets_no_work_when_the_instrument_never_answers_again() throws Exception {
        Failures.once(this, Failures::death);
    }

    @Test
    @Assertion(6)
    default void goes_on_when_the_instrument_answers_late() throws Exception {
        Failures.each(this, Failures::lateness);
    }

    @Test
    @Assertion(6)
    @Order(1)
    default void never_takes_a_late_answer_for_that_of_another_question() throws Exception {
        Failures.once(this, Failures::tooLate);
    }

    @Test
    @Assertion(6)
    default void goes_on_when_the_line_was_lost_before_anything_was_sent() throws Exception {
        Failures.each(this, Failures::lostBefore);
    }

    @Test
    @Assertion(6)
    default void leaves_open_what_it_did_when_the_answer_was_lost() throws Exception {
        Failures.each(this, Failures::lostDuring);
    }

    @Test
    @Assertion(6)
    @Order(1)
    default void leaves_open_what_it_did_when_the_line_was_lost_in_the_middle() throws Exception {
        Failures.eachSlow(this, Failures::lostInTheMiddle);
    }

    @Test
    @Assertion(6)
    @Order(1)
    default void never_takes_a_damaged_answer_for_a_good_one() throws Exception {
        Failures.each(this, Failures::damage);
    }

    @Test
    @Assertion(6)
    default void gets_no_work_when_another_instrument_is_found_on_the_line() throws Exception {
        new Beginnings(this).requireImpostor();
        Failures.once(this, Failures::impostor);
    }

    @Test
    @Assertion(6)
    @Order(1)
    default void harms_nothing_else_when_it_breaks_down() throws Exception {
        Crashes.each(this);
    }

    @Test
    @Assertion(8)
    default void is_ready_again_once_the_link_is_back() throws Exception {
        new Endings(this).comesBack();
    }

    @Test
    @Assertion(8)
    @Alone
    @Order(Integer.MAX_VALUE)
    default void leaves_nothing_behind() throws Exception {
        new Endings(this).leavesNothingBehind();
    }

    @Test
    @Assertion(9)
    @Order(1)
    default void can_be_unloaded() throws Exception {
        new Endings(this).canBeUnloaded();
    }

    @Test
    @Assertion(10)
    default void tells_that_an_action_is_still_at_work() throws Exception {
        Fates.stillAtWork(this);
    }

    @Test
    @Assertion(10)
    @Override
    default void tells_that_an_action_never_began() throws Exception {
        assumeFalse(Stand.isReal(), "a real instrument may have done it before");
        DeviceContract.super.tells_that_an_action_never_began();
    }

    @Test
    @Assertion(11)
    default void has_the_same_actions_on_every_link() throws Exception {
        new Papers(this).isAlwaysTheSame();
    }

    @Test
    @Assertion(11)
    default void does_the_same_on_a_real_link() throws Exception {
        new Papers(this).behavesTheSame();
    }

    @Test
    @Assertion(12)
    default void uses_what_it_declares() throws Exception {
        new Papers(this).usesWhatItDeclares();
    }

    @Test
    @Assertion(12)
    default void tells_no_secret() throws Exception {
        new Papers(this).tellsNoSecret();
    }

    @Test
    @Assertion(13)
    default void has_right_examples_in_its_readme() throws Exception {
        new Papers(this).hasRightExamples();
    }
}
