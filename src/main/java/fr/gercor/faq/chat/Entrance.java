package fr.gercor.faq.chat;

import fr.gercor.faq.conversation.Conversation;
import fr.gercor.faq.conversation.Conversations;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/** Lets a call of REST into the conversation whose token it carries. */
final class Entrance {

    private static final String BEARER = "Bearer ";

    private Entrance() {}

    /**
     * The conversation of a call. A wrong token, none, somebody else's conversation, an id that is none and one that is unknown:
     * nobody learns which.
     *
     * @throws ProblemException 404
     */
    static Conversation of(String id, HttpServletRequest request, Conversations conversations) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        String token = authorization != null && authorization.startsWith(BEARER)
                ? authorization.substring(BEARER.length()).strip()
                : "";
        return Identifiers.uuid(id)
                .flatMap(uuid -> conversations.resume(uuid, token))
                .filter(Visitor.of(request.getUserPrincipal())::mayEnter)
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }
}
