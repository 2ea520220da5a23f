package org.busbar.helao;

/**
 * A run of a data file, as HELAO names them. Nothing is written to such a file here.
 *
 * @param directory the collection, with the value of its key
 * @param session the number of the file in the directory
 * @param path of the file, below the folder of all data
 * @param run its number in the file
 * @param day when the file was begun, dd/mm/yyyy
 */
record Place(String directory, int session, String path, int run, String day) {}
