package org.busbar.analyses.cyclerbinary;

/**
 * The part of an .mpr file that holds the data.
 *
 * @param begin where its body begins
 * @param length of the body, bytes
 */
record MprModule(int begin, int length, int version) {

    private static final String MODULE = "MODULE";
    private static final String DATA = "VMP data";
    private static final int FIRST = 52;
    private static final int LENGTH_AT = 41;
    private static final int SHORT_HEADER = 57;
    private static final int LONG_HEADER = 65;

    /**
     * The data module.
     *
     * @throws IllegalArgumentException if there is none, or the file ends within a module
     */
    static MprModule data(Bytes file) {
        for (int at = FIRST; at < file.size(); ) {
            if (!file.starts(at, MODULE)) {
                throw new IllegalArgumentException("MODULE is expected at byte " + at + ", there is '"
                        + file.text(at, 6) + "'; the file is damaged, so copy it again");
            }
            MprModule module = of(file, at);
            if (file.starts(at + 6, DATA)) {
                file.require(module.begin, module.length, "the data module");
                return module;
            }
            file.require(
                    module.begin,
                    module.length,
                    "the module '" + file.text(at + 6, 10).strip() + "'");
            at = module.begin + module.length;
        }
        throw new IllegalArgumentException("it has no module 'VMP data' in its " + file.size()
                + " bytes; the file is cut or the measurement was not started");
    }

    /** A length of FFFFFFFFh means that the long header follows, with the length after it. */
    private static MprModule of(Bytes file, int at) {
        file.require(at, SHORT_HEADER, "the header of a module");
        boolean isLong = file.integer(at + LENGTH_AT) == -1;
        return isLong
                ? new MprModule(at + LONG_HEADER, length(file, at + LENGTH_AT + 4), file.integer(at + LENGTH_AT + 12))
                : new MprModule(at + SHORT_HEADER, length(file, at + LENGTH_AT), file.integer(at + LENGTH_AT + 4));
    }

    private static int length(Bytes file, int at) {
        long length = file.unsignedInteger(at);
        file.require(at, length, "a module");
        return (int) length;
    }
}
