package org.busbar.distribution.bench.studies.figure;

/** Colours that most people can tell apart. */
public enum Colour {
    BLUE("#0072b2"),
    ORANGE("#d55e00"),
    GREEN("#009e73"),
    PINK("#cc79a7"),
    YELLOW("#e69f00"),
    GREY("#777777");

    private final String code;

    Colour(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
