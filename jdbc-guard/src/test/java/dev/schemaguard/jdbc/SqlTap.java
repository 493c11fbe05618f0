package dev.schemaguard.jdbc;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A port in front of PostgreSQL that notes the SQL of all that clients send, the driver's own included (manual, 55.7, message
 * formats: Query and Parse).
 */
final class SqlTap implements AutoCloseable {

    private final ServerSocket listening;
    private final int server;
    private final Queue<String> statements = new ConcurrentLinkedQueue<>();

    private SqlTap(ServerSocket listening, int server) {
        this.listening = listening;
        this.server = server;
    }

    static SqlTap inFrontOf(int server) throws IOException {
        SqlTap tap = new SqlTap(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
        start(tap::accept);
        return tap;
    }

    int port() {
        return listening.getLocalPort();
    }

    /** All statements so far, in the order in which they were sent. */
    Collection<String> statements() {
        return List.copyOf(statements);
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listening.accept();
            Socket target = new Socket(InetAddress.getLoopbackAddress(), server);
            start(() -> {
                try (target) {
                    listen(
                            new DataInputStream(client.getInputStream()),
                            new DataOutputStream(target.getOutputStream()));
                }
            });
            start(() -> {
                try (client) {
                    target.getInputStream().transferTo(client.getOutputStream());
                }
            });
        }
    }

    private void listen(DataInputStream client, DataOutputStream target) throws IOException {
        // A client opens with a message that has no letter; the clients of these tests ask for no encryption before it.
        pass(client.readInt(), client, target);
        while (true) {
            int letter = client.readUnsignedByte();
            target.write(letter);
            byte[] body = pass(client.readInt(), client, target);
            if (letter == 'Q') {
                statements.add(text(body, 0));
            } else if (letter == 'P') {
                statements.add(text(body, text(body, 0).getBytes(StandardCharsets.UTF_8).length + 1));
            }
        }
    }

    private static byte[] pass(int length, DataInputStream client, DataOutputStream target) throws IOException {
        byte[] body = client.readNBytes(length - Integer.BYTES);
        target.writeInt(length);
        target.write(body);
        target.flush();
        return body;
    }

    private static String text(byte[] body, int from) {
        int end = from;
        while (body[end] != 0) {
            end++;
        }
        return new String(body, from, end - from, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Task {

        void run() throws IOException;
    }

    private static void start(Task task) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (IOException e) {
                        // One side hung up, which ends it.
                        return;
                    }
                },
                "sql tap");
        thread.setDaemon(true);
        thread.start();
    }
}
