package org.busbar.drivers.person;

import org.busbar.api.Values;
import org.busbar.api.device.Device;
import org.busbar.testkit.DeviceContract;

class PersonContractTest implements DeviceContract {

    @Override
    public Device device() {
        return Bench.person(Crew.answering(Bench::answer));
    }

    @Override
    public Values example(String action) {
        return Bench.example(action);
    }
}
