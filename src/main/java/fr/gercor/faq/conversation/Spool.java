package fr.gercor.faq.conversation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What waits for the database, in order, in one file: a line is its checksum and its JSON, and is on the disk itself before anybody
 * is told that it counts as stored. Where the disk refuses too, it waits in memory alone: answers go on, and only a crash on top of
 * both would lose it. The file is emptied once all of it has been brought in.
 */
final class Spool implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final int CHECKSUM = 8;
    private static final HexFormat HEX = HexFormat.of();

    private final JsonMapper json;
    private final long mostBytes;
    private final FileChannel file;
    private final Deque<Line> waiting = new ArrayDeque<>();
    private final Map<UUID, Integer> waitingOf = new HashMap<>();
    private long bytes;
    private boolean diskRefuses;

    private record Line(Spooled entry, int bytes) {}

    private Spool(FileChannel file, long mostBytes, JsonMapper json) {
        this.file = file;
        this.mostBytes = mostBytes;
        this.json = json;
    }

    /**
     * Opens the spool of a folder with all that still waits in it.
     *
     * @param mostBytes that may wait, on disk and in memory alike
     * @throws IOException if the folder can't be written, or another process uses it
     */
    static Spool open(Path folder, long mostBytes, JsonMapper json) throws IOException {
        Files.createDirectories(folder);
        Path path = folder.resolve("turns.log");
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (file.tryLock() == null) {
            file.close();
            throw new IOException("Another process writes " + path + "; each node needs a faq.data of its own");
        }
        Spool spool = new Spool(file, mostBytes, json);
        spool.read(Files.readAllBytes(path));
        return spool;
    }

    /** Takes the whole lines; what a crash left half written at the end was told to nobody and is cut off. */
    private void read(byte[] content) throws IOException {
        int start = 0;
        for (int end = start; end < content.length; end++) {
            if (content[end] == '\n') {
                Optional<Spooled> entry = entry(new String(content, start, end - start, StandardCharsets.UTF_8));
                if (entry.isEmpty()) {
                    break;
                }
                add(entry.get(), end + 1 - start);
                start = end + 1;
            }
        }
        if (start < content.length) {
            LOG.warn(
                    "The spool ended in {} bytes that were never told as stored; they are dropped",
                    content.length - start);
            file.truncate(start);
        }
    }

    private Optional<Spooled> entry(String line) {
        if (line.length() <= CHECKSUM || !line.startsWith(checksum(line.substring(CHECKSUM)))) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readValue(line.substring(CHECKSUM), Spooled.class));
        } catch (JacksonException e) {
            LOG.error("A line of the spool can't be read: {}", e.getClass().getName());
            return Optional.empty();
        }
    }

    /**
     * Puts an entry at the end.
     *
     * @throws StoreAwayException if the spool is full: nothing more can be kept until the database is back
     */
    synchronized void append(Spooled entry) {
        String text = json.writeValueAsString(entry);
        byte[] line = (checksum(text) + text + "\n").getBytes(StandardCharsets.UTF_8);
        if (bytes + line.length > mostBytes) {
            throw new StoreAwayException(null);
        }
        write(line);
        add(entry, line.length);
    }

    private void write(byte[] line) {
        try {
            long end = file.size();
            try {
                ByteBuffer buffer = ByteBuffer.wrap(line);
                while (buffer.hasRemaining()) {
                    file.write(buffer, end + buffer.position());
                }
                file.force(false);
                diskRefuses = false;
            } catch (IOException e) {
                file.truncate(end);
                throw e;
            }
        } catch (IOException e) {
            if (!diskRefuses) {
                LOG.error("The spool can't be written, so turns wait in memory alone: {}", e.toString());
            }
            diskRefuses = true;
        }
    }

    private void add(Spooled entry, int length) {
        waiting.add(new Line(entry, length));
        waitingOf.merge(entry.conversation(), 1, Integer::sum);
        bytes += length;
    }

    /** What has waited longest. */
    synchronized Optional<Spooled> first() {
        return Optional.ofNullable(waiting.peek()).map(Line::entry);
    }

    /** Takes out what has waited longest, once it has been brought in; the last one out empties the file. */
    synchronized void removeFirst() {
        Line line = waiting.remove();
        bytes -= line.bytes();
        waitingOf.merge(line.entry().conversation(), -1, (a, b) -> a + b == 0 ? null : a + b);
        if (waiting.isEmpty()) {
            try {
                file.truncate(0);
                file.force(true);
            } catch (IOException e) {
                LOG.error(
                        "The spool can't be emptied; what was brought in will be found there already: {}",
                        e.toString());
            }
        }
    }

    synchronized boolean holds(UUID conversation) {
        return waitingOf.containsKey(conversation);
    }

    synchronized int size() {
        return waiting.size();
    }

    /** Whether the disk refused the last line, so that what waits since is in memory alone. */
    synchronized boolean isDiskRefusing() {
        return diskRefuses;
    }

    private static String checksum(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return HEX.toHexDigits((int) crc.getValue());
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
