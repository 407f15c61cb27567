package fr.gercor.faq.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.gercor.faq.answer.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/** What the service sends over a socket. */
sealed interface Frame {

    /** The name by which a client tells frames apart. */
    @JsonProperty
    String type();

    /** A turn of the conversation, stored. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TurnFrame(
            long seq, @Nullable String clientId, @Nullable String text, Reply reply) implements Frame {
        static TurnFrame of(WireTurn turn) {
            return new TurnFrame(turn.seq(), turn.clientId(), turn.text(), turn.reply());
        }

        @Override
        public String type() {
            return "turn";
        }
    }

    /** The reply takes a while. */
    record Thinking(String clientId) implements Frame {
        @Override
        public String type() {
            return "thinking";
        }
    }

    /**
     * Something can't be done.
     *
     * @param clientId of the message at fault, where it has one
     * @param problem with {@code retryAfter}, in seconds, where it passes
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProblemFrame(@Nullable String clientId, ProblemDetail problem) implements Frame {
        @Override
        public String type() {
            return "problem";
        }
    }

    /**
     * What a client sends, of either type.
     *
     * @param type open or message
     * @param conversation to open
     * @param token that opens it
     * @param after the last seq seen
     * @param id the client's own id of a message
     * @param text of a message
     * @param choice of a message
     */
    record FromClient(
            @Nullable String type,
            @Nullable String conversation,
            @Nullable String token,
            @Nullable Long after,
            @Nullable String id,
            @Nullable String text,
            @Nullable String choice) {}
}
