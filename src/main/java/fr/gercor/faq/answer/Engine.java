package fr.gercor.faq.answer;

import fr.gercor.faq.answer.Ranking.Candidate;
import fr.gercor.faq.answer.Reply.Notice;
import fr.gercor.faq.answer.Reply.Outcome;
import fr.gercor.faq.answer.Reply.Suggestion;
import fr.gercor.faq.answer.Reply.Urgency;
import fr.gercor.faq.catalogue.Catalogue;
import fr.gercor.faq.catalogue.Intent;
import fr.gercor.faq.catalogue.RuleBook;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.content.Content;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.question.Question;
import fr.gercor.faq.question.QuestionAnalyser;
import fr.gercor.faq.retrieval.PassageHit;
import fr.gercor.faq.triage.Assessment;
import fr.gercor.faq.triage.Triage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Answers messages. One immutable whole of content, catalogue, models and indexes: a reply never mixes two versions, and any number
 * of threads may ask at once.
 */
public final class Engine {

    private static final int MOST_CHOICES = 4;
    private static final String PUBLICATIONS = "professionnels/publications/";

    private final Content content;
    private final Catalogue catalogue;
    private final Triage triage;
    private final Map<Audience, Understanding> understandings;
    private final AnswerPolicy policy;
    private final Scope scope;
    private final Phrases phrases;
    private final ReplyWriter writer;
    private final String version;
    private final boolean trained;

    Engine(
            Content content,
            Catalogue catalogue,
            Triage triage,
            Map<Audience, Understanding> understandings,
            AnswerPolicy policy,
            Scope scope,
            Phrases phrases,
            ReplyWriter writer,
            String version,
            boolean trained) {
        this.content = content;
        this.catalogue = catalogue;
        this.triage = triage;
        this.understandings = Map.copyOf(understandings);
        this.policy = policy;
        this.scope = scope;
        this.phrases = phrases;
        this.writer = writer;
        this.version = version;
        this.trained = trained;
    }

    /** The content that is quoted. */
    public Content content() {
        return content;
    }

    /** The catalogue that questions are matched to. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** The version of content, catalogue and models, a hash. */
    public String version() {
        return version;
    }

    /** From this confidence on, a question is answered without a word of doubt. */
    public double sureFrom() {
        return policy.sure();
    }

    /** The analysis of questions by which this engine understands them. */
    public QuestionAnalyser analyser() {
        return understanding(Audience.PUBLIC).analyser();
    }

    /** Whether the classifier serves, or lexical likeness alone until it is trained. */
    public boolean isTrained() {
        return trained;
    }

    /** What a conversation begins with: who speaks, and the most asked topics. */
    public Reply greeting() {
        return writer.draft(Outcome.SMALL_TALK, "greeting")
                .confidence(1)
                .suggest(mostAsked())
                .reply();
    }

    /**
     * The reply to a message.
     *
     * @param earlier the exchanges of the conversation so far, oldest first, as they are kept
     * @param message as it was sent
     * @param audience of the conversation
     */
    public Answered answer(List<Exchange> earlier, Message message, Audience audience) {
        return switch (message) {
            case Message.Choice choice -> chosen(earlier, choice, audience);
            case Message.Text text -> asked(earlier, text.text(), audience);
        };
    }

    /**
     * The pages that a reader's search finds, best first, each with its closest passage.
     *
     * @param query as typed
     * @param count the most that are returned
     */
    public List<PassageHit> search(String query, int count, Audience audience) {
        Understanding understanding = understanding(audience);
        Ranking ranking = understanding.rank(understanding.analyser().analyse(query), Set.of());
        Map<String, PassageHit> best = new LinkedHashMap<>();
        for (Candidate candidate : ranking.labels()) {
            ranking.passages().stream()
                    .filter(hit -> hit.passage().page().equals(candidate.label()))
                    .findFirst()
                    .ifPresent(hit -> best.putIfAbsent(candidate.label(), hit));
        }
        ranking.passages().forEach(hit -> best.putIfAbsent(hit.passage().page(), hit));
        return best.values().stream().limit(count).toList();
    }

    /**
     * Whether a reader's search is about a subject that is out of scope on purpose: what it finds then only shares words with it.
     *
     * @param query as typed
     */
    public boolean isOutOfScope(String query, Audience audience) {
        Understanding understanding = understanding(audience);
        Ranking ranking = understanding.rank(understanding.analyser().analyse(query), Set.of());
        return ranking.evidence().named().isEmpty()
                && ranking.labels().stream()
                        .limit(1)
                        .anyMatch(first -> first.isTopic() && first.probability() >= policy.topic());
    }

    /** How questions of an audience are understood. */
    Understanding understanding(Audience audience) {
        return java.util.Objects.requireNonNull(understandings.get(audience));
    }

    private List<Suggestion> mostAsked() {
        List<Suggestion> suggestions = new ArrayList<>();
        for (String key : phrases.french("greeting.topics").split(",")) {
            catalogue.intent(key.strip()).ifPresent(intent -> suggestions.add(Suggestion.ask(intent.label())));
        }
        return suggestions;
    }

    private Answered chosen(List<Exchange> earlier, Message.Choice choice, Audience audience) {
        boolean offered = earlier.stream()
                .flatMap(exchange -> exchange.reply().suggestions().stream())
                .anyMatch(suggestion -> choice.choice().equals(suggestion.choice()));
        Optional<Intent> intent = catalogue.intent(choice.choice());
        Explainer explainer = new Explainer(version).decision("choice " + choice.choice());
        if (offered && choice.choice().equals(ReplyWriter.NONE)) {
            return explainer.answered(writer.draft(Outcome.OUT_OF_SCOPE, "clarification.none.reply")
                    .suggest(writer.handover())
                    .reply());
        }
        if (!offered
                || intent.isEmpty()
                || content.page(intent.get().page(), audience).isEmpty()) {
            return explainer.answered(writer.draft(Outcome.OUT_OF_SCOPE, "clarification.unknown_choice")
                    .reply());
        }
        Understanding understanding = understanding(audience);
        Ranking ranking =
                understanding.rank(understanding.analyser().analyse(intent.get().label()), Set.of());
        if (audience == Audience.PUBLIC && intent.get().escalates()) {
            return explainer.answered(atTheDoor(ranking, intent.get().page(), 1, understanding));
        }
        ReplyWriter.Draft draft = writer.draft(Outcome.ANSWER, "answer")
                .confidence(1)
                .intent(intent.get().id());
        Quotation.of(
                draft,
                0,
                ranking,
                content.page(intent.get().page()).orElseThrow(),
                intent.get().section(),
                true);
        followUps(draft, intent.get(), audience);
        return explainer.answered(draft.reply());
    }

    private Answered asked(List<Exchange> earlier, String text, Audience audience) {
        Understanding understanding = understanding(audience);
        Question question = understanding.analyser().analyse(text);
        Assessment assessment = triage.assess(question);
        Explainer explainer = new Explainer(version).question(question);
        if (assessment.alarm().isPresent()) {
            return explainer
                    .rule(assessment.alarm().get())
                    .decision("alarm")
                    .answered(urgent(assessment.alarm().get()));
        }
        if (!question.language().equals("fr")) {
            return explainer
                    .decision("language " + question.language())
                    .answered(otherLanguage(question, understanding, audience));
        }
        if (assessment.protocol().isPresent() && audience == Audience.PUBLIC) {
            RuleBook.Rule rule = assessment.protocol().get();
            Optional<Reply> handed = protocol(rule, question, understanding);
            if (handed.isPresent()) {
                return explainer.rule(rule).decision("protocol rule").answered(handed.get());
            }
        }
        Context context = Context.of(earlier, content);
        Ranking asked = context.rank(Focus.on(question), understanding);
        Ranking ranking = assessment.protocol().isPresent() ? protocolsFirst(asked) : asked;
        explainer.ranking(ranking).context(context.describe());
        return decide(ranking, assessment, audience, explainer);
    }

    /**
     * A question about a protocol is answered from the pages of professionals, where one of them is likely enough: one whose protocol is
     * named before one that has other drugs besides.
     */
    private Ranking protocolsFirst(Ranking ranking) {
        double least = policy.protocol()
                * ranking.labels().stream()
                        .mapToDouble(Candidate::probability)
                        .max()
                        .orElse(0);
        Set<String> named = ranking.evidence().named();
        return ranking.labels().stream()
                .filter(candidate -> isProfessional(candidate.label()) && candidate.probability() >= least)
                .min(Comparator.comparing(candidate -> !named.contains(candidate.label())))
                .map(ranking::startingWith)
                .orElse(ranking);
    }

    /** Says in its own language that the service speaks French; with the page, where the message names its subject. */
    private Reply otherLanguage(Question question, Understanding understanding, Audience audience) {
        ReplyWriter.Draft draft = writer.draft(
                        Outcome.UNSUPPORTED_LANGUAGE, phrases.in(question.language(), "unsupported_language"))
                .confidence(1);
        if (understanding.namesASubject(question)) {
            Ranking ranking = understanding.rank(question, Set.of());
            ranking.labels().stream()
                    .filter(candidate -> ranking.evidence().named().contains(candidate.label()))
                    .findFirst()
                    .flatMap(candidate -> content.page(candidate.label(), audience))
                    .ifPresent(page -> draft.suggest(writer.open(page, null)));
        }
        return draft.reply();
    }

    private Answered decide(Ranking ranking, Assessment assessment, Audience audience, Explainer explainer) {
        boolean asksDiagnosis = assessment.diagnosis().isPresent();
        assessment.diagnosis().ifPresent(explainer::rule);
        if (ranking.labels().isEmpty()) {
            return explainer.decision("nothing found").answered(refusal("", 1, assessment.diagnosis()));
        }
        Candidate top = ranking.labels().getFirst();
        boolean smallTalk = top.label().startsWith(Understanding.SMALL_TALK);
        if (smallTalk && top.probability() >= (asksDiagnosis ? policy.topic() : policy.chat())) {
            return explainer.decision("small talk").answered(smallTalk(top));
        }
        if (audience == Audience.PUBLIC && isForProfessionals(ranking)) {
            return explainer.decision("page of professionals").answered(escalation(ranking.confidence()));
        }
        List<Candidate> pages = ranking.labels().stream()
                .filter(candidate -> content.page(candidate.label(), audience).isPresent())
                .toList();
        Optional<String> refused = refused(ranking, top, pages);
        if (refused.isPresent()) {
            double certain = 1 - Math.min(ranking.confidence(), ranking.scope());
            return explainer
                    .decision(refused.get())
                    .answered(
                            top.isTopic()
                                    ? refusal(top.label(), certain, Optional.empty())
                                    : refusal("", certain, assessment.diagnosis()));
        }
        if (!asksDiagnosis && assessment.mentioned().isEmpty() && areClose(ranking, pages)) {
            return explainer
                    .decision("confidence %.2f below %.2f, and two subjects close"
                            .formatted(ranking.confidence(), policy.clear()))
                    .answered(clarification(ranking, pages, understanding(audience)));
        }
        String page = pages.getFirst().label();
        if (audience == Audience.PUBLIC
                && intentOf(ranking, page, understanding(audience))
                        .filter(Intent::escalates)
                        .isPresent()) {
            return explainer
                    .decision("asked by professionals, confidence %.2f".formatted(ranking.confidence()))
                    .answered(atTheDoor(ranking, page, ranking.confidence(), understanding(audience)));
        }
        return explainer
                .decision("confidence %.2f, sure from %.2f".formatted(ranking.confidence(), policy.sure()))
                .answered(answer(ranking, pages, assessment, audience));
    }

    /** Why the question is refused, or empty where it is answered. */
    private Optional<String> refused(Ranking ranking, Candidate top, List<Candidate> pages) {
        if (pages.isEmpty()) {
            return Optional.of("no page among the candidates");
        }
        if (top.isTopic() && top.probability() >= policy.topic()) {
            return Optional.of("subject out of scope %.2f, from %.2f".formatted(top.probability(), policy.topic()));
        }
        if (ranking.scope() < policy.answered()) {
            return Optional.of("in scope %.2f, below %.2f".formatted(ranking.scope(), policy.answered()));
        }
        if (ranking.confidence() < policy.likely()) {
            return Optional.of("confidence %.2f below %.2f".formatted(ranking.confidence(), policy.likely()));
        }
        if (ranking.confidence() < policy.namedOutOfScope() && scope.namesOnlyOtherSubjects(ranking.question())) {
            return Optional.of("names a subject out of scope, confidence %.2f below %.2f"
                    .formatted(ranking.confidence(), policy.namedOutOfScope()));
        }
        return Optional.empty();
    }

    /** Whether the first two subjects are about as probable, and neither is probable. */
    private boolean areClose(Ranking ranking, List<Candidate> pages) {
        return ranking.confidence() < policy.clear()
                && pages.size() > 1
                && pages.get(1).probability()
                        >= policy.close() * pages.getFirst().probability();
    }

    /** Asks which of the first subjects is meant, each by the question that its closest intent answers. */
    private Reply clarification(Ranking ranking, List<Candidate> pages, Understanding understanding) {
        ReplyWriter.Draft draft =
                writer.draft(Outcome.CLARIFICATION, "clarification").confidence(ranking.confidence());
        pages.stream()
                .limit(MOST_CHOICES)
                .flatMap(candidate -> understanding.closestIntent(ranking, candidate.label()).stream())
                .flatMap(id -> catalogue.intent(id).stream())
                .forEach(intent -> draft.suggest(writer.choice(intent)));
        return draft.suggest(writer.none()).reply();
    }

    private Reply answer(Ranking ranking, List<Candidate> pages, Assessment assessment, Audience audience) {
        boolean sure = ranking.confidence() >= policy.sure();
        String key = assessment.diagnosis().isPresent()
                ? "answer.no_diagnosis"
                : assessment.mentioned().isPresent() ? "answer.contacts" : sure ? "answer" : "answer.less_sure";
        ReplyWriter.Draft draft = writer.draft(Outcome.ANSWER, key).confidence(ranking.confidence());
        if (assessment.diagnosis().isPresent()) {
            draft.notice(Notice.NO_DIAGNOSIS);
        }
        if (!sure) {
            draft.notice(Notice.LESS_SURE);
        }
        assessment
                .mentioned()
                .ifPresent(rule -> draft.contacts(urgency(rule).name().toLowerCase(java.util.Locale.ROOT)));
        Understanding understanding = understanding(audience);
        List<Ranking> parts = parts(ranking, pages, understanding, audience);
        boolean alone = parts.size() == 1 && ranking.confidence() >= policy.alone();
        for (int part = 0; part < parts.size(); part++) {
            answerPart(draft, part, parts.get(part), understanding, audience, alone);
        }
        if (parts.size() == 1 && !alone) {
            pages.stream()
                    .filter(candidate ->
                            !candidate.label().equals(parts.getFirst().page()))
                    .limit(2)
                    .filter(candidate -> candidate.probability() >= policy.next())
                    .forEach(candidate -> Quotation.best(
                            draft, ranking, content.page(candidate.label()).orElseThrow(), understanding));
        }
        return draft.reply();
    }

    /** The questions of a message that are answered each by itself; the whole message where they are not clear. */
    private List<Ranking> parts(Ranking whole, List<Candidate> pages, Understanding understanding, Audience audience) {
        List<Ranking> parts = new ArrayList<>();
        List<Question> asked = Focus.questions(whole.question(), understanding.analyser());
        if (asked.size() > 1) {
            Context context =
                    Context.about(content.page(pages.getFirst().label()).orElseThrow());
            for (Question question : asked) {
                Ranking ranking = context.rank(question, understanding);
                boolean clear = ranking.confidence() >= policy.part()
                        && content.page(ranking.labels().getFirst().label(), audience)
                                .isPresent();
                boolean repeated = parts.stream().anyMatch(part -> part.answersLike(ranking));
                if (clear && !repeated) {
                    parts.add(ranking);
                }
            }
        }
        boolean agree = parts.stream()
                .anyMatch(part -> part.page().equals(pages.getFirst().label()));
        if (parts.size() > 1 && agree) {
            return parts;
        }
        return List.of(whole.startingWith(pages.getFirst()));
    }

    private void answerPart(
            ReplyWriter.Draft draft,
            int part,
            Ranking ranking,
            Understanding understanding,
            Audience audience,
            boolean supported) {
        Optional<Intent> intent = quoteSection(draft, part, ranking, ranking.page(), understanding, supported);
        if (part == 0) {
            intent.ifPresent(each -> draft.intent(each.id()));
        }
        intent.ifPresent(each -> followUps(draft, each, audience));
    }

    /** Quotes the section of a page that answers best, and tells which intent leads there. */
    private Optional<Intent> quoteSection(
            ReplyWriter.Draft draft,
            int part,
            Ranking ranking,
            String page,
            Understanding understanding,
            boolean supported) {
        String anchor = sectionOf(ranking, page, understanding);
        Quotation.of(draft, part, ranking, content.page(page).orElseThrow(), anchor, supported);
        return understanding.closestIntent(ranking, page, anchor).flatMap(catalogue::intent);
    }

    private String sectionOf(Ranking ranking, String page, Understanding understanding) {
        return understanding.sections(ranking, page).keySet().stream()
                .findFirst()
                .orElseGet(() ->
                        content.page(page).orElseThrow().sections().getFirst().anchor());
    }

    private Optional<Intent> intentOf(Ranking ranking, String page, Understanding understanding) {
        return understanding
                .closestIntent(ranking, page, sectionOf(ranking, page, understanding))
                .flatMap(catalogue::intent);
    }

    private void followUps(ReplyWriter.Draft draft, Intent intent, Audience audience) {
        intent.followUps().stream()
                .map(catalogue::intent)
                .flatMap(Optional::stream)
                .filter(each -> content.page(each.page(), audience).isPresent())
                .forEach(each -> draft.suggest(Suggestion.ask(each.label())));
    }

    /**
     * Whether the question leads to pages of professionals: the first, or those of publications, among which a request for articles
     * is shared by organ. Protocols share too, but what a patient asks of a drug is like many of them.
     */
    private boolean isForProfessionals(Ranking ranking) {
        double publications = ranking.labels().stream()
                .filter(candidate -> candidate.label().startsWith(PUBLICATIONS))
                .mapToDouble(Candidate::probability)
                .sum();
        boolean theirs = isProfessional(ranking.page())
                || publications > ranking.labels().getFirst().probability();
        return theirs && ranking.scope() >= policy.handed();
    }

    private boolean isProfessional(String label) {
        return content.page(label)
                .filter(page -> page.audience() == Audience.PROFESSIONAL)
                .isPresent();
    }

    private Reply urgent(RuleBook.Rule rule) {
        Urgency urgency = urgency(rule);
        String kind = urgency == Urgency.SUICIDE ? "suicide" : "medical";
        ReplyWriter.Draft draft = writer.draft(Outcome.URGENT, "urgent." + kind)
                .confidence(1)
                .urgency(urgency)
                .contacts(kind);
        page(rule).ifPresent(draft::suggest);
        return draft.reply();
    }

    private static Urgency urgency(RuleBook.Rule rule) {
        return rule.kind() == RuleBook.Kind.SUICIDE ? Urgency.SUICIDE : Urgency.MEDICAL;
    }

    private Reply escalation(double confidence) {
        return writer.draft(Outcome.ESCALATION, "escalation")
                .confidence(confidence)
                .suggest(writer.login())
                .suggest(writer.handover())
                .reply();
    }

    /** The reply to a question that a rule says is of professionals; empty where a patient asks what their pages are. */
    private Optional<Reply> protocol(RuleBook.Rule rule, Question question, Understanding understanding) {
        Optional<Page> door = content.page(rule.page().split("#", 2)[0], Audience.PUBLIC);
        if (door.isEmpty()) {
            return Optional.of(escalation(1));
        }
        String page = door.get().id();
        Ranking ranking = understanding.rank(Focus.on(question), Set.of());
        boolean asksWhatItIs = ranking.isFirst(page)
                && intentOf(ranking, page, understanding)
                        .filter(Predicate.not(Intent::escalates))
                        .isPresent();
        return asksWhatItIs ? Optional.empty() : Optional.of(atTheDoor(ranking, page, 1, understanding));
    }

    /** Tells somebody who seems to be a professional where to log in, with what a public page says of it. */
    private Reply atTheDoor(Ranking ranking, String page, double confidence, Understanding understanding) {
        ReplyWriter.Draft draft =
                writer.draft(Outcome.ESCALATION, "escalation.access").confidence(confidence);
        quoteSection(draft, 0, ranking, page, understanding, true).ifPresent(intent -> draft.intent(intent.id()));
        return draft.suggest(writer.login()).suggest(writer.handover()).reply();
    }

    private Reply smallTalk(Candidate topic) {
        String kind = topic.label().substring(Understanding.SMALL_TALK.length());
        ReplyWriter.Draft draft = writer.draft(
                        Outcome.SMALL_TALK,
                        new Phrases.Translated("fr", phrases.french("small_talk." + kind, "small_talk")))
                .confidence(topic.probability())
                .suggest(kind.equals("greeting") ? mostAsked() : List.of());
        catalogue.smallTalk().stream()
                .filter(each -> each.id().equals(kind))
                .flatMap(each -> each.page().stream())
                .flatMap(target -> opening(target).stream())
                .forEach(draft::suggest);
        return draft.reply();
    }

    /**
     * Says that nothing was found.
     *
     * @param key of the phrase for a subject out of scope
     * @param confidence that it is right to refuse
     * @param diagnosis what was recognised of a request for a diagnosis, which then is what the reply speaks of
     */
    private Reply refusal(String key, double confidence, Optional<RuleBook.Rule> diagnosis) {
        Phrases.Translated phrase = new Phrases.Translated(
                "fr",
                diagnosis.isPresent()
                        ? phrases.french("answer.no_diagnosis.alone")
                        : phrases.french(key, "out_of_scope"));
        ReplyWriter.Draft draft = writer.draft(Outcome.OUT_OF_SCOPE, phrase).confidence(confidence);
        if (diagnosis.isPresent()) {
            draft.notice(Notice.NO_DIAGNOSIS);
            page(diagnosis.get()).ifPresent(draft::suggest);
        }
        return draft.suggest(writer.handover()).reply();
    }

    /** The button to the page that a rule names. */
    private Optional<Suggestion> page(RuleBook.Rule rule) {
        return opening(rule.page());
    }

    /** The button to a page of the public, or to a section of it, as {@code page#anchor}. */
    private Optional<Suggestion> opening(String place) {
        String[] target = place.split("#", 2);
        return content.page(target[0], Audience.PUBLIC)
                .map(page -> writer.open(page, target.length > 1 ? target[1] : null));
    }
}
