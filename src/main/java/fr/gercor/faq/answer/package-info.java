/**
 * What we say to a question: the {@link fr.gercor.faq.answer.Engine}, one immutable whole of content, catalogue, models and
 * indexes that is swapped at once; the policy that chooses among alarms, intents and passages; the context of the talk so far; and
 * the reply as it goes out, made of quotes, of the words of the message files, and of nothing else.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"source", "content", "catalogue", "question", "triage", "intent", "retrieval", "snapshot"
        })
package fr.gercor.faq.answer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
