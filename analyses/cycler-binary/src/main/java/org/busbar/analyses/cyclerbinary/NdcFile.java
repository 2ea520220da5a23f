package org.busbar.analyses.cyclerbinary;

/**
 * One member of a .ndax: blocks of 4096 bytes, of which the first describes the file and each other holds a number of
 * equally long items.
 *
 * @param name of the member, for messages
 */
record NdcFile(String name, Bytes data) {

    /** What a member holds, as byte 0 says. */
    static final int SAMPLES = 1;

    static final int SENSOR = 5;
    static final int STEPS = 7;
    static final int RECORDS = 18;

    private static final int BLOCK = 4096;
    private static final int COUNT_AT = 2;
    private static final int FIRST_AT = 132;

    /**
     * The member of that name.
     *
     * @throws IllegalArgumentException if it is not whole blocks, or of another type
     */
    static NdcFile of(String name, Bytes data, int type) {
        NdcFile file = new NdcFile(name, data);
        if (data.size() < BLOCK || data.size() % BLOCK != 0) {
            throw new IllegalArgumentException(name + " in it is cut: " + data.size()
                    + " bytes, whole blocks of 4096 are expected; copy or export the file again");
        }
        if (data.unsignedByte(0) != type) {
            throw new IllegalArgumentException(
                    name + " in it is of type " + data.unsignedByte(0) + " (byte 0), type " + type + " is expected");
        }
        return file;
    }

    int version() {
        return data.unsignedByte(2);
    }

    /** Where each item begins, for items of {@code length} bytes. */
    int[] items(int length) {
        int count = 0;
        for (int block = BLOCK; block < data.size(); block += BLOCK) {
            count += count(block, length);
        }
        int[] items = new int[count];
        int next = 0;
        for (int block = BLOCK; block < data.size(); block += BLOCK) {
            for (int i = 0; i < data.unsignedShort(block + COUNT_AT); i++) {
                items[next++] = block + FIRST_AT + i * length;
            }
        }
        return items;
    }

    private int count(int block, int length) {
        int count = data.unsignedShort(block + COUNT_AT);
        if (FIRST_AT + count * length > BLOCK) {
            throw new IllegalArgumentException(name + " in it is damaged: " + count + " items of " + length
                    + " bytes (byte " + (block + COUNT_AT) + ") do not fit in a block of 4096; export the file again");
        }
        return count;
    }
}
