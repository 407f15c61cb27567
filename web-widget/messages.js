// @ts-check
import { button, h, icon } from "./dom.js";
import { fr as strings } from "./strings.fr.js";

/** @import { Definition, Message, Passage, Reply, Setting, Turn } from "./types.js" */

/** How near to its end, in px, the log counts as followed. */
const NEAR = 80;
const MARGIN = 12;
/** The turns that go with a question to a professional. */
const CONTEXT = 6;

const RATED = new Set(["answer", "out_of_scope", "professional_answer"]);

/** The words of the person. @param {string} text */
function renderSaid(text) {
  // Not announced: whoever wrote it knows it.
  return h(
    "div",
    { class: "said", "aria-live": "off", dir: "auto" },
    h("span", { class: "sr-only" }, strings.you),
    h("span", { class: "said-text" }, text),
  );
}

/**
 * @param {Reply} reply
 * @param {{ messageId: string | null, question: string, greeting?: boolean }} asked
 * @param {Setting} setting
 */
function renderReply(reply, asked, setting) {
  const passages = reply.passages ?? [];
  const article = h("article", {
    class: `reply ${reply.outcome}`,
    "data-outcome": reply.outcome,
    "data-reply-id": reply.id,
  });
  const professional = reply.outcome === "professional_answer";
  article.append(h("h2", { class: "sr-only" }, professional ? strings.professionalReply : strings.reply));

  if (reply.outcome === "urgent") {
    article.append(renderUrgent(reply));
  } else if (reply.outcome === "escalation") {
    article.append(h("p", { class: "kind" }, icon("person"), strings.escalation));
  } else if (professional && reply.author) {
    article.append(
      h("p", { class: "kind", "data-hook": "author" }, icon("person"),
        strings.signed(reply.author.role, strings.date(reply.author.at))),
    );
  }
  // A passage that is also the text of the bubble is said once, as the quote that it is.
  if (reply.outcome !== "urgent" && reply.text && !passages.some(({ quote }) => quote === reply.text)) {
    article.append(renderText(reply));
  }
  if (reply.notices?.includes("no_diagnosis")) {
    article.append(h("p", { class: "note", "data-notice": "no_diagnosis" }, icon("info"), strings.noDiagnosis));
  }
  article.append(...renderParts(passages, setting));
  if (reply.definitions) {
    article.append(renderDefinitions(reply.definitions));
  }
  if (reply.suggestions?.length) {
    article.append(renderSuggestions(reply, asked, setting));
  }
  if (RATED.has(reply.outcome) && !asked.greeting) {
    article.append(renderFeedback(reply.id, setting));
  }
  return article;
}

/** @param {Reply} reply */
function renderText({ text, lang, dir }) {
  return h("p", { class: "text", lang, dir: dir ?? "auto" }, text);
}

/** @param {Reply} reply */
function renderUrgent(reply) {
  const heading = reply.urgency === "suicide" ? strings.urgentSuicide : strings.urgentMedical;
  const contacts = (reply.contacts ?? []).map((contact) =>
    h("li", {},
      h("a", { class: "contact", href: `tel:${contact.phone.replace(/[^+\d]/g, "")}` },
        icon("phone"),
        h("span", { class: "contact-phone" }, contact.phone),
        h("span", { class: "contact-name" }, contact.name, contact.when && h("small", {}, contact.when)))),
  );
  return h("div", { class: "alert", "data-urgency": reply.urgency },
    h("h3", {}, icon("alert"), heading),
    contacts.length > 0 && h("ul", { class: "contacts" }, ...contacts),
    reply.text && renderText(reply),
  );
}

/**
 * @param {Passage[]} passages
 * @param {Setting} setting
 */
function renderParts(passages, setting) {
  const parts = [...new Set(passages.map(({ part }) => part ?? 0))].sort((one, other) => one - other);
  return parts.map((part, index) => {
    const [answer, ...supporting] = passages.filter((passage) => (passage.part ?? 0) === part);
    return h("section", { class: "part", "data-part": String(part) },
      parts.length > 1 && h("h3", { class: "part-title" }, strings.part(index + 1)),
      renderPassage(answer, setting),
      supporting.length > 0 && h("details", { class: "supporting" },
        h("summary", {}, strings.supporting(supporting.length)),
        ...supporting.map((passage) => renderPassage(passage, setting))),
    );
  });
}

/** @param {Definition[]} definitions */
function renderDefinitions(definitions) {
  return h("details", { class: "supporting" },
    h("summary", {}, strings.words(definitions.length)),
    h("dl", {}, ...definitions.flatMap(({ term, text }) => [h("dt", {}, term), h("dd", {}, text)])));
}

/**
 * @param {Passage} passage
 * @param {Setting} setting
 */
function renderPassage(passage, setting) {
  const address = ownAddress(passage.url);
  return h("figure", { class: "passage", "data-page": passage.page, "data-anchor": passage.anchor },
    h("blockquote", { cite: address }, h("p", { class: "quote" }, passage.quote)),
    h("figcaption", {},
      h("span", { class: "sr-only" }, strings.quotedFrom),
      h("cite", {}, passage.heading && passage.heading !== passage.title
        ? `${passage.title} – ${passage.heading}`
        : passage.title),
      h("span", { class: "reviewed" },
        passage.validated && h("span", { class: "validated" }, icon("check"), strings.validated),
        passage.reviewedOn && strings.reviewed(strings.date(passage.reviewedOn))),
      address && link(strings.readOn, address, setting, { class: "read-on" })),
  );
}

/**
 * @param {Reply} reply
 * @param {{ messageId: string | null, question: string, greeting?: boolean }} asked
 * @param {Setting} setting
 */
function renderSuggestions(reply, { messageId, question, greeting }, setting) {
  const { ask, choose, handover, login } = setting;
  const suggestions = reply.suggestions ?? [];
  const choosing = suggestions.some(({ action }) => action === "choose");
  const lead = greeting ? strings.topics : choosing ? strings.choose : strings.askNext;
  const led = choosing || suggestions.some(({ action }) => action === "ask");
  return h("div", { class: "suggestions" },
    led && h("p", { class: "lead" }, lead),
    h("ul", {}, ...suggestions.map((suggestion) => {
      const { label, action, choice, page, anchor } = suggestion;
      const attributes = { class: "suggestion", "data-action": action, "data-choice": choice };
      switch (action) {
        case "ask":
          return h("li", {}, button(label, () => ask(label), attributes));
        case "choose":
          return h("li", {}, button(label, () => choose(choice ?? "", label), attributes));
        case "handover":
          return h("li", {}, button(label, ({ currentTarget }) => handover(messageId, question, before(currentTarget)), attributes));
        case "login":
          return h("li", {}, button(label, () => login(messageId), attributes));
        case "open":
          return h("li", {}, link(label, `/${page}${anchor ? `#${anchor}` : ""}`, setting, attributes));
        default:
          return null;
      }
    })),
  );
}

/** What was said in the last turns before the one that holds an element: as much as is handed over with it. */
function before(/** @type {EventTarget | null} */ inside) {
  const turns = [];
  let turn = /** @type {Element} */ (inside).closest(".turn")?.previousElementSibling;
  for (; turn && turns.length < CONTEXT; turn = turn.previousElementSibling) {
    if (turn instanceof HTMLElement && turn.dataset.seq) {
      turns.unshift([...turn.querySelectorAll(".said-text, .text, .quote")].map(({ textContent }) => textContent).join("\n"));
    }
  }
  return turns;
}

/**
 * @param {string} replyId
 * @param {Setting} setting
 */
function renderFeedback(replyId, { rate }) {
  const status = h("p", { class: "feedback-status", role: "status" });
  const say = (/** @type {string} */ words) => {
    status.textContent = words;
  };
  const yes = button(strings.yes, () => press("up"), { "aria-pressed": "false", "data-feedback": "up" });
  const no = button(strings.no, () => press("down"), { "aria-pressed": "false", "data-feedback": "down" });
  const form = h("form", { class: "feedback-form", hidden: true },
    h("fieldset", {},
      h("legend", { class: "sr-only" }, strings.whyNot),
      ...Object.entries(strings.reasons).map(([reason, label]) =>
        h("label", {}, h("input", { type: "radio", name: `reason-${replyId}`, value: reason }), label))),
    h("label", { class: "field" }, strings.comment, h("textarea", { rows: "2", maxlength: "1000", name: "comment" })),
    h("button", { type: "submit", class: "secondary" }, strings.sendFeedback),
  );

  const press = async (/** @type {"up" | "down"} */ value) => {
    yes.setAttribute("aria-pressed", String(value === "up"));
    no.setAttribute("aria-pressed", String(value === "down"));
    form.hidden = value === "up";
    await send({ value }, value === "up" ? strings.thanks : strings.whyNot);
  };
  const send = (/** @type {Parameters<Setting["rate"]>[1]} */ feedback, /** @type {string} */ done) =>
    rate(replyId, feedback).then(
      () => {
        say(done);
        return true;
      },
      () => {
        say(strings.feedbackFailed);
        return false;
      },
    );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answers = new FormData(form);
    const reason = answers.get(`reason-${replyId}`)?.toString();
    const comment = answers.get("comment")?.toString().trim();
    const sent = await send(
      { value: "down", ...(reason && { reason }), ...(comment && { comment }) },
      strings.thanks,
    );
    if (sent) {
      no.focus();
      form.hidden = true;
    }
  });
  // What changes in here is told by its own status; the log does not repeat it.
  return h("div", { class: "feedback", "aria-live": "off" },
    h("div", { class: "feedback-row", role: "group", "aria-label": strings.helpful },
      h("span", { "aria-hidden": "true" }, strings.helpful), h("div", {}, yes, no)),
    status,
    form,
  );
}

/**
 * @param {string} label
 * @param {string} href
 * @param {Setting} setting
 * @param {Record<string, string | undefined>} attributes
 */
function link(label, href, { target, linked }, attributes) {
  const element = h("a", { href: new URL(href, location.origin).href, target, rel: "noopener", ...attributes },
    label, icon("arrow"));
  element.addEventListener("click", linked);
  return element;
}

/**
 * The address of a passage, which can only be on the service itself.
 *
 * @param {string} url
 */
function ownAddress(url) {
  try {
    const address = new URL(url, location.origin);
    return address.origin === location.origin ? address.href : null;
  } catch {
    return null;
  }
}

/**
 * The log of a conversation on screen: its turns in order, then what was said and has no turn yet. Each new answer is
 * announced once; what is only read back is not.
 */
export class Log {
  /** @type {Map<string, HTMLElement>} */
  #pending = new Map();
  /** @type {Map<string, string>} */
  #choices = new Map();
  /** The answer that « new answer » leads to. @type {Element | null} */
  #anchor = null;

  /**
   * @param {{ log: HTMLElement, scroller: HTMLElement, jump: HTMLElement }} elements
   * @param {Setting} setting
   */
  constructor({ log, scroller, jump }, setting) {
    this.log = log;
    this.main = scroller;
    this.jump = jump;
    this.setting = setting;
    jump.addEventListener("click", () => {
      this.#reveal(this.#anchor);
      jump.hidden = true;
    });
    this.main.addEventListener("scroll", () => {
      if (this.#followed()) {
        jump.hidden = true;
      }
    });
  }

  /** What scrolls: the log's place, or the whole panel where there is little room. */
  get scroller() {
    return getComputedStyle(this.main).overflowY === "visible" ? document.body : this.main;
  }

  get empty() {
    return !this.log.querySelector(".said");
  }

  clear() {
    this.log.replaceChildren();
    this.#pending.clear();
    this.#choices.clear();
    this.jump.hidden = true;
  }

  /** What stays to be read of a conversation that has ended, with nothing left to press in it. */
  retire() {
    this.log.querySelectorAll(".feedback, .suggestions, .said-state").forEach((element) => element.remove());
    this.#pending.clear();
  }

  /**
   * @param {Reply} greeting
   * @param {{ history: boolean }} how
   */
  greet(greeting, { history }) {
    this.#learn(greeting);
    const article = renderReply(greeting, { messageId: null, question: "", greeting: true }, this.setting);
    this.log.append(h("div", { class: "turn", "aria-live": history ? "off" : null }, article));
  }

  /**
   * @param {Turn} turn
   * @param {{ history: boolean }} how
   */
  show({ seq, clientId, text, reply }, { history }) {
    const follow = history || this.#followed();
    const pending = clientId ? this.#pending.get(clientId) : undefined;
    const said = pending?.dataset.choice !== undefined ? pending.querySelector(".said-text")?.textContent : null;
    const question = said ?? (text ? this.#choices.get(text) ?? text : "");
    pending?.remove();
    if (clientId) {
      this.#pending.delete(clientId);
    }
    this.#learn(reply);
    const turn = h("div",
      { class: "turn", "data-seq": seq === null ? null : String(seq), "data-history": history,
        "aria-live": history ? "off" : null },
      question && renderSaid(question),
      renderReply(reply, { messageId: clientId ?? null, question }, this.setting),
    );
    this.log.insertBefore(turn, this.#firstPending());
    if (history) {
      this.scroller.scrollTop = this.scroller.scrollHeight;
    } else if (follow) {
      this.#reveal(turn);
    } else {
      this.#anchor = turn;
      this.jump.hidden = false;
    }
  }

  /**
   * @param {Message} message
   * @param {string} state
   */
  pend(message, state) {
    const said = renderSaid(message.text);
    said.classList.add("pending");
    said.append(h("span", { class: "said-state" }, state));
    const turn = h("div", { class: "turn", "data-client-id": message.id, "data-choice": message.choice }, said);
    this.#pending.set(message.id, turn);
    this.log.append(turn);
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  /** @param {string} state */
  mark(state) {
    for (const turn of this.#pending.values()) {
      const element = turn.querySelector(".said-state");
      if (element && !turn.dataset.failed) {
        element.textContent = state;
      }
    }
  }

  /**
   * @param {Message} message
   * @param {string} words
   * @param {() => void} resend
   */
  fail(message, words, resend) {
    const turn = this.#pending.get(message.id);
    if (turn) {
      turn.dataset.failed = "true";
      turn.querySelector(".said-state")?.replaceChildren(
        `${strings.failed} ${words} `,
        button(strings.resend, () => {
          this.forget(message.id);
          resend();
        }, { class: "resend" }),
      );
    }
  }

  /** @param {string} messageId */
  forget(messageId) {
    this.#pending.get(messageId)?.remove();
    this.#pending.delete(messageId);
  }

  /** @param {string} words */
  note(words) {
    this.log.insertBefore(h("p", { class: "log-note" }, words), this.#firstPending());
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  /** Keeps the end in sight for whoever is there already. */
  followEnd() {
    if (this.#followed()) {
      this.scroller.scrollTop = this.scroller.scrollHeight;
    }
  }

  #firstPending() {
    return this.#pending.values().next().value ?? null;
  }

  #followed() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    return scrollHeight - scrollTop - clientHeight < NEAR;
  }

  /** An answer is read from its beginning. @param {Element | null} element */
  #reveal(element) {
    if (element) {
      const offset = element.getBoundingClientRect().top - this.scroller.getBoundingClientRect().top;
      this.scroller.scrollBy({ top: offset - MARGIN });
    }
  }

  /** A choice comes back from the service as its id: its label is what the person read. */
  #learn(/** @type {Reply} */ { suggestions }) {
    for (const { choice, label } of suggestions ?? []) {
      if (choice) {
        this.#choices.set(choice, label);
      }
    }
  }
}
