package org.busbar.links;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Optional;

/** Who has a device file open, as far as this operating system tells. */
final class FileUsers {

    private FileUsers() {}

    /** The program, with the number of its process, that has a file open. */
    static Optional<String> of(String file) {
        return ProcessHandle.allProcesses()
                .filter(process -> isOpen(process, Path.of(file)))
                .findFirst()
                .map(FileUsers::named);
    }

    private static String named(ProcessHandle process) {
        String self = process.pid() == ProcessHandle.current().pid()
                ? " (this server itself, by another name of the port)"
                : "";
        Optional<String> command = process.info().command();
        return command.orElse("a program") + " (process " + process.pid() + ")" + self;
    }

    private static boolean isOpen(ProcessHandle process, Path file) {
        Path folder = Path.of("/proc", Long.toString(process.pid()), "fd");
        try (DirectoryStream<Path> open = Files.newDirectoryStream(folder)) {
            for (Path one : open) {
                if (leadsTo(one, file)) {
                    return true;
                }
            }
            return false;
        } catch (IOException | DirectoryIteratorException e) {
            // Processes of other users do not show their files, and some end meanwhile.
            return false;
        }
    }

    private static boolean leadsTo(Path link, Path file) {
        try {
            return Files.readSymbolicLink(link).equals(file);
        } catch (IOException e) {
            return false; // closed meanwhile, so it is not the one
        }
    }

    /** The group that may use a file. */
    static String group(String file) {
        try {
            return Files.readAttributes(Path.of(file), PosixFileAttributes.class)
                    .group()
                    .getName();
        } catch (IOException | UnsupportedOperationException e) {
            return "dialout";
        }
    }
}
