package fr.gercor.faq.conversation;

import fr.gercor.faq.answer.Message;
import fr.gercor.faq.content.Audience;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;

/** A process that sends messages as fast as it can, and says of each what it was told. */
final class WritingUntilKilled {

    private static final int CONVERSATIONS = 4;

    private WritingUntilKilled() {}

    /** @param args the folder of the database */
    public static void main(String[] args) {
        TestConversations given = TestConversations.startedIn(Path.of(args[0]));
        IntStream.range(0, CONVERSATIONS).forEach(i -> Thread.ofPlatform().start(() -> {
            Opened opened = given.conversations.open(true, Audience.PUBLIC, Optional.empty());
            for (int message = 1; ; message++) {
                Sent sent = given.conversations.send(
                        opened.conversation(), "m-" + message, new Message.Text("bonjour " + message));
                if (sent instanceof Sent.Taken(Turn turn)) {
                    System.out.println("told " + opened.conversation().id() + " " + opened.token() + " " + turn.seq()
                            + " " + turn.reply().id());
                }
            }
        }));
    }
}
