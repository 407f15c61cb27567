package fr.gercor.faq.chat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.socket.CloseStatus;

/**
 * How this node leaves: it takes no more frames, finishes those it has, and closes every line with 1001, so that clients go elsewhere
 * and send there what was not answered. First of all that stops, for Tomcat would cut the lines.
 */
final class Departure implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Departure.class);
    private static final Duration FINISH_WITHIN = Duration.ofSeconds(6);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(3);
    private static final long LOOK_EVERY_MS = 20;

    private final ChatSockets sockets;
    private final AtomicInteger inHand = new AtomicInteger();
    private volatile boolean leaving;
    private volatile boolean running;

    Departure(ChatSockets sockets) {
        this.sockets = sockets;
    }

    boolean isLeaving() {
        return leaving;
    }

    /** Takes a frame in hand; false once the node is leaving. Each that is taken must be {@link #leave() put down}. */
    boolean enter() {
        inHand.incrementAndGet();
        if (leaving) {
            inHand.decrementAndGet();
            return false;
        }
        return true;
    }

    void leave() {
        inHand.decrementAndGet();
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void stop() {
        leaving = true;
        try {
            long until = System.nanoTime() + FINISH_WITHIN.toNanos();
            while (inHand.get() > 0 && System.nanoTime() < until) {
                Thread.sleep(LOOK_EVERY_MS);
            }
            List<ChatSocket> open = sockets.all();
            // Not closed as a resource: that would wait for a client that doesn't read.
            ExecutorService closers = Executors.newVirtualThreadPerTaskExecutor();
            open.forEach(socket -> closers.execute(() -> socket.close(CloseStatus.GOING_AWAY)));
            closers.shutdown();
            boolean closed = closers.awaitTermination(CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            LOG.info(
                    "Of {} lines {} are closed; {} frames are left unfinished",
                    open.size(),
                    closed ? "all" : "most",
                    inHand.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running = false;
        }
    }
}
