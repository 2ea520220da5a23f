package org.busbar.distribution.hardware;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Instruments on one socket. A line {@code <device> <action> <id> <ms>} has a device act for that time, whatever becomes
 * of the connection; the answer is {@code done <id>}, {@code stopped <id>}, or {@code busy <id>} if it is at work on
 * something else. {@code <device> stop} stops it at once, and is answered by {@code safe}.
 */
public final class Bench {

    private final Path folder;
    private final Map<String, Instrument> instruments = new ConcurrentHashMap<>();

    private Bench(Path folder) {
        this.folder = folder;
    }

    /** @param args the folder of the logbooks, where the file {@code port} says which port the instruments listen on */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Path port = Files.writeString(folder.resolve("port.new"), String.valueOf(server.getLocalPort()));
            Files.move(port, folder.resolve("port"), StandardCopyOption.ATOMIC_MOVE);
            Bench bench = new Bench(folder);
            while (true) {
                Socket socket = server.accept();
                new Thread(() -> bench.serve(socket)).start();
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            if (line != null) {
                String answer = answer(line.split(" ")) + "\n";
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The server went away; the instrument has done what it was told", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String answer(String[] words) throws IOException, InterruptedException {
        Instrument instrument =
                instruments.computeIfAbsent(words[0], name -> new Instrument(folder.resolve(name + ".log")));
        if (words[1].equals("stop")) {
            return instrument.stop();
        }
        return instrument.act(words[1], words[2], Long.parseLong(words[3]));
    }
}
