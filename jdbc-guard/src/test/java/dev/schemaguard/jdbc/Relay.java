package dev.schemaguard.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A port in front of a server, which can be closed, cut or made to fall silent. */
final class Relay implements AutoCloseable {

    private final int server;
    private final int port;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private volatile ServerSocket listening;
    private volatile Fault fault = Fault.NONE;
    private volatile String trigger = "";

    /** What happens to a connection. */
    enum Fault {
        NONE,
        /** It is closed when a client sends the trigger. */
        CUT,
        /** Nothing gets through from the trigger on; before it, everything. */
        SILENT
    }

    private Relay(int server, int port) {
        this.server = server;
        this.port = port;
    }

    /** In front of a server, at a free port at which nobody listens yet. */
    static Relay inFrontOf(int server) throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Relay(server, free.getLocalPort());
        }
    }

    int port() {
        return port;
    }

    Relay listen() throws IOException {
        listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        start(() -> {
            while (true) {
                Socket client = listening.accept();
                Socket target = new Socket(InetAddress.getLoopbackAddress(), server);
                sockets.add(client);
                sockets.add(target);
                start(() -> pump(client, target, true));
                start(() -> pump(target, client, false));
            }
        });
        return this;
    }

    /** From now on, a client that sends the trigger meets the fault; an empty trigger is met at once. */
    void fault(Fault newFault, String newTrigger) {
        trigger = newTrigger;
        fault = newFault;
    }

    private void pump(Socket from, Socket to, boolean fromClient) throws IOException {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] buffer = new byte[8192];
        boolean silent = false;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            String text = new String(buffer, 0, read, java.nio.charset.StandardCharsets.ISO_8859_1);
            boolean met = fromClient && fault != Fault.NONE && text.contains(trigger);
            if (met && fault == Fault.CUT) {
                from.close();
                to.close();
                return;
            }
            silent |= met;
            if (!silent) {
                out.write(buffer, 0, read);
            }
        }
        to.close();
    }

    @Override
    public void close() {
        try {
            if (listening != null) {
                listening.close();
            }
            for (Socket socket : sockets) {
                socket.close();
            }
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
                        // One side hung up, which is what relays are for.
                        return;
                    }
                },
                "relay");
        thread.setDaemon(true);
        thread.start();
    }
}
