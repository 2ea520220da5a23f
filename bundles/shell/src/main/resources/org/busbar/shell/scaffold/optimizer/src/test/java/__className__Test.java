package ${package};

import org.busbar.api.optimize.Optimizer;
import org.busbar.testkit.OptimizerContract;

class ${className}Test implements OptimizerContract {
    @Override
    public Optimizer optimizer() {
        return new ${className}();
    }
}
