package fr.gercor.faq.conversation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.UUID;

/** What happened while the database was away, as it waits on disk. Holds masked text only. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Spooled.Opening.class, name = "opening"),
    @JsonSubTypes.Type(value = Spooled.Said.class, name = "said")
})
sealed interface Spooled {

    UUID conversation();

    /** A conversation began. */
    record Opening(UUID conversation, Head head, Instant at) implements Spooled {}

    /**
     * Something was said and replied.
     *
     * @param told the place that its client was told
     */
    record Said(UUID conversation, long told, Draft draft) implements Spooled {}
}
