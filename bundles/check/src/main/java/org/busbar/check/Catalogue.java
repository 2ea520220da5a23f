package org.busbar.check;

import java.util.Optional;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.experiment.Role;
import org.busbar.api.experiment.Step;

/**
 * What is known of devices and analyses when a sequence is checked. What is not at hand just now is left unchecked.
 */
public interface Catalogue {

    /** Knows no device and no analysis. */
    Catalogue EMPTY = new Catalogue() {
        @Override
        public Optional<Capability> capability(Step step) {
            return Optional.empty();
        }

        @Override
        public Optional<Parameter> channel(String device, String channel) {
            return Optional.empty();
        }
    };

    /**
     * What an action or analysis takes and gives. Where the action names no device: that of the device which accepts
     * most of its constant inputs.
     *
     * @param step an {@link Step.Act} whose device is no role, or an {@link Step.Analyse}; inputs of the sequence whose
     *     values are known stand in it as constants
     * @return empty if whom it names is not at hand
     * @throws IllegalArgumentException if whom it names is at hand and cannot do that; the message says what it can
     */
    Optional<Capability> capability(Step step);

    /**
     * What an action of a role takes and gives: that of the device which can play the role and accepts most of the
     * constant inputs. If never said, that of any device with the action.
     *
     * @param step an action whose device is the name of the role
     * @return empty if no device can play it just now
     */
    default Optional<Capability> capability(Role role, Step.Act step) {
        return capability(new Step.Act(step.id(), step.action(), "", step.inputs(), step.terms()));
    }

    /**
     * What a channel of a device shows.
     *
     * @param device its {@code lab.id}
     * @return empty if the device is not at hand
     * @throws IllegalArgumentException if the device is at hand and has no such channel; the message says which it has
     */
    Optional<Parameter> channel(String device, String channel);
}
