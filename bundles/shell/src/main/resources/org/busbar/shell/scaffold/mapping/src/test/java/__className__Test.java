package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;
import org.busbar.api.ontology.SchemaMapping;
import org.busbar.testkit.MappingContract;
import org.junit.jupiter.api.Test;

class ${className}Test implements MappingContract {
    @Override
    public SchemaMapping mapping() {
        return new ${className}();
    }

    @Override
    public List<Result> examples() {
        Values inputs = Values.of("temperature", Quantity.of(20, "Cel"));
        Values outputs = Values.of("density", Quantity.of(1.2, 0.01, "g/mL"));
        Request request = new Request("r-1", "density", List.of("vibration"), inputs, "anna");
        return List.of(new Result(request, "densimeter", "vibration", outputs, List.of(), Instant.EPOCH));
    }

    @Test
    void has_a_line_for_each_number() {
        String table = mapping().map(examples().get(0));
        assertEquals("output,density,1.2,0.01,\"g/mL\"", table.lines().toList().get(2));
    }
}
