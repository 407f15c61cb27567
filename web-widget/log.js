// @ts-check
import { button, h } from "./dom.js";
import { renderReply, renderSaid } from "./messages.js";

/** How near to its end, in px, the log counts as followed. */
const NEAR = 80;
const MARGIN = 12;

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
   * @param {import("./messages.js").Setting} setting
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
   * @param {import("./api.js").Reply} greeting
   * @param {{ history: boolean }} how
   */
  greet(greeting, { history }) {
    this.#learn(greeting);
    const article = renderReply(greeting, { messageId: null, question: "", greeting: true }, this.setting);
    this.log.append(h("div", { class: "turn", "aria-live": history ? "off" : null }, article));
  }

  /**
   * @param {import("./api.js").Turn} turn
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
      question && renderSaid(question, this.setting),
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
   * @param {import("./connection.js").Message} message
   * @param {string} state
   */
  pend(message, state) {
    const said = renderSaid(message.text, this.setting);
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
   * @param {import("./connection.js").Message} message
   * @param {string} words
   * @param {() => void} resend
   */
  fail(message, words, resend) {
    const turn = this.#pending.get(message.id);
    const { strings } = this.setting;
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
  #learn(/** @type {import("./api.js").Reply} */ { suggestions }) {
    for (const { choice, label } of suggestions ?? []) {
      if (choice) {
        this.#choices.set(choice, label);
      }
    }
  }
}
