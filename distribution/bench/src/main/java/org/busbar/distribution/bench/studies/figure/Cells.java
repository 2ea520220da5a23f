package org.busbar.distribution.bench.studies.figure;

/** Coloured cells that fill a frame; cells of one colour side by side are one. */
record Cells(Shades shades, double[][] values) implements Mark {

    @Override
    public String svg(Frame frame) {
        StringBuilder svg = new StringBuilder("<g shape-rendering=\"crispEdges\">\n");
        for (int row = 0; row < values.length; row++) {
            row(svg, frame, row);
        }
        return svg.append("</g>\n").toString();
    }

    private void row(StringBuilder svg, Frame frame, int row) {
        double height = frame.height() / (double) values.length;
        double width = frame.width() / (double) values[row].length;
        int from = 0;
        for (int to = 1; to <= values[row].length; to++) {
            String colour = shades.of(values[row][from]);
            if (to == values[row].length || !shades.of(values[row][to]).equals(colour)) {
                svg.append(Markup.line(
                        "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill=\"%s\"/>",
                        frame.left() + from * width,
                        frame.bottom() - (row + 1) * height,
                        (to - from) * width,
                        height + 0.2,
                        colour));
                from = to;
            }
        }
    }
}
