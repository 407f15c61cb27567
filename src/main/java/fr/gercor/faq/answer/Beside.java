package fr.gercor.faq.answer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Work on a thread of its own. The common pool has one thread where there are two cores, and what one engine trains there would keep
 * another from being built.
 */
final class Beside {

    private Beside() {}

    /** Begins at once. */
    static <T> CompletableFuture<T> start(Supplier<T> work) {
        return CompletableFuture.supplyAsync(
                work, task -> Thread.ofPlatform().daemon().name("beside").start(task));
    }

    /** What the work gives, or what it throws, as if it had run here. */
    static <T> T result(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
