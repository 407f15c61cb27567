package fr.gercor.faq.conversation;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rings for other nodes, inside the transaction that changes a conversation, so that nobody hears of what was never committed. One
 * node alone needs none: {@link #silent()}.
 */
interface Doorbell {

    void ringTurn(JdbcClient jdbc, UUID conversation, long seq);

    void ringErased(JdbcClient jdbc, UUID conversation);

    /** For a database that only one node may open. */
    static Doorbell silent() {
        return new Doorbell() {
            @Override
            public void ringTurn(JdbcClient jdbc, UUID conversation, long seq) {}

            @Override
            public void ringErased(JdbcClient jdbc, UUID conversation) {}
        };
    }
}
