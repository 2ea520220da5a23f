package ${package};

import java.util.Map;
import org.busbar.api.LabId;
import org.busbar.api.Quantity;
import org.busbar.api.Value;
import org.busbar.api.broker.Result;
import org.busbar.api.ontology.SchemaMapping;
import org.osgi.service.component.annotations.Component;

/** The numbers of a result as a table: a line for each input and output. */
@Component
@LabId("${artifactId}")
public final class ${className} implements SchemaMapping {
    @Override
    public String mediaType() {
        return "text/csv";
    }

    @Override
    public String map(Result result) {
        StringBuilder table = new StringBuilder("role,name,value,uncertainty,unit\n");
        result.inputs().byName().entrySet().forEach(input -> table.append(line("input", input)));
        result.outputs().byName().entrySet().forEach(output -> table.append(line("output", output)));
        return table.toString();
    }

    private static String line(String role, Map.Entry<String, Value> named) {
        if (!(named.getValue() instanceof Quantity quantity)) {
            throw new IllegalArgumentException(named.getKey() + " = " + named.getValue() + " is not a number");
        }
        String uncertainty = Double.isNaN(quantity.uncertainty()) ? "" : "" + quantity.uncertainty();
        return String.join(
                        ",", role, named.getKey(), "" + quantity.value(), uncertainty, quoted(quantity.unit().ucum()))
                + "\n";
    }

    /** A unit may have a comma in its annotation. */
    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
