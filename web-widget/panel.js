// @ts-check
import { Connection, createConversation, Refusal, within } from "./connection.js";
import { byId } from "./dom.js";
import { compose, confirmed, offerHandover } from "./forms.js";
import { Log } from "./messages.js";
import { forget, recall, remember, update } from "./storage.js";
import { fr as strings } from "./strings.fr.js";

/** @import { Credentials, Message, Remembered, State } from "./types.js" */

const query = new URLSearchParams(location.search);
const hostOrigin = query.get("origin") ?? "";
/** Whether the panel stands in a frame; it also works as a page of its own. */
const embedded = window.parent !== window;
/** Whether the page around is the service's own site. */
const atHome = !embedded || hostOrigin === location.origin;

/** A quick answer needs no sign that it is coming. */
const THINKING_SHOWN_MS = 400;
const CONNECTING_SHOWN_MS = 1_500;
/** Conversations refused in a row without a single turn before we stop beginning new ones. */
const REFUSALS = 2;
const HISTORY_MS = 2_000;

const status = byId("status", HTMLElement);
const thinking = byId("thinking", HTMLElement);
const banner = byId("banner", HTMLElement);
const bannerText = byId("banner-text", HTMLElement);
const retry = byId("retry", HTMLButtonElement);
const options = byId("options", HTMLDialogElement);
const logElement = byId("log", HTMLElement);

/**
 * @typedef {object} Talk the conversation in hand
 * @property {Credentials} credentials
 * @property {boolean} keep
 * @property {Connection} connection
 */

/** @type {Talk | null} */
let talk = null;
/** What was written before there was a conversation to say it in. @type {Message[]} */
let early = [];
let keep = true;
let refusals = 0;
/** Beginning again makes every earlier beginning void. */
let beginning = 0;
/** @type {(() => void) | null} */
let again = null;
let offline = false;
/** The service closes the line of a conversation that we have just asked it to erase. */
let erasing = false;

const log = new Log(
  { log: logElement, scroller: byId("scroller", HTMLElement), jump: byId("jump", HTMLElement) },
  {
    target: atHome ? "_top" : "_blank",
    linked: () => tellHost("link"),
    ask: (label) => say({ text: label }),
    choose: (choice, label) => say({ text: label, choice }),
    handover: (messageId, question, before) => {
      const from = talk;
      if (from && messageId) {
        offerHandover(
          { question, before, kept: from.keep },
          (email) => within(from.credentials, "POST", "/handover", { messageId, email }),
          (code) => log.note(strings.handoverKept(code)),
        );
      }
    },
    login: async (messageId) => {
      // Opened within the press, or the browser would keep it from opening.
      const page = open("", "_blank");
      const { url } = talk && messageId
        ? await within(talk.credentials, "POST", "/carry", { messageId }).catch(() => ({ url: "/pro" }))
        : { url: "/pro" };
      if (page) {
        page.opener = null;
        page.location.href = new URL(url, location.origin).href;
      }
      tellHost("link");
    },
    rate: async (replyId, feedback) => {
      if (talk) {
        await within(talk.credentials, "PUT", `/messages/${replyId}/feedback`, feedback);
      }
    },
  },
);

/** Takes up the conversation that this browser knows, or begins one; tries until the service answers. */
async function begin() {
  const mine = ++beginning;
  const known = keep ? recall() : null;
  if (known) {
    resume(known);
    return;
  }
  for (let tries = 0; mine === beginning; tries++) {
    try {
      const kept = keep;
      const { id, token, reply } = await createConversation(kept);
      if (mine !== beginning) {
        await within({ id, token }, "DELETE").catch(() => {});
        return;
      }
      if (kept) {
        remember({ id, token, greeting: reply, last: 0, queue: early });
      }
      banner.hidden = true;
      log.greet(reply, { history: false });
      const queue = early;
      early = [];
      join({ id, token }, kept, queue, { greeting: reply.id, last: 0 });
      return;
    } catch (problem) {
      const crowded = problem instanceof Refusal && problem.status === 429;
      const wait = crowded ? (problem.problem.retryAfter ?? 20) * 1_000 : Math.min(20_000, 1_000 * 2 ** tries);
      showBanner(crowded ? strings.crowded : strings.unavailable, !crowded);
      await new Promise((/** @type {(value?: unknown) => void} */ resolve) => {
        setTimeout(resolve, wait * (0.75 + Math.random() / 2));
        again = resolve;
      });
      again = null;
    }
  }
}

/** @param {Remembered} known */
function resume({ id, token, greeting, last, queue: unsaid }) {
  // Read back in silence.
  if (last > 0) {
    logElement.setAttribute("aria-live", "off");
    setTimeout(speak, HISTORY_MS);
  }
  log.greet(greeting, { history: true });
  const queue = [...unsaid, ...early];
  unsaid.forEach((message) => log.pend(message, strings.sending));
  early = [];
  update(id, () => ({ queue }));
  join({ id, token }, true, queue, { greeting: greeting.id, last });
}

/**
 * @param {Credentials} credentials
 * @param {boolean} kept
 * @param {Message[]} queue
 * @param {{ greeting: string, last: number }} seen what was shown before: its greeting, and its highest seq
 */
function join(credentials, kept, queue, seen) {
  const connection = new Connection(credentials, queue, {
    turn(turn) {
      if (turn.reply.id === seen.greeting) {
        return;
      }
      const { seq } = turn;
      const history = seq !== null && seq <= seen.last;
      if (!history || seq === seen.last) {
        speak();
      }
      refusals = 0;
      log.show(turn, { history });
      hideThinking();
      if (kept && seq !== null) {
        update(credentials.id, ({ last }) => ({ last: Math.max(last, seq) }));
      }
    },
    state: showState,
    thinking: showThinking,
    failed(message, problem) {
      const words = problem.status === 413
        ? strings.tooLong
        : problem.status === 410 ? strings.purged : problem.detail ?? strings.notTaken;
      log.fail(message, words, () => say({ text: message.text, choice: message.choice }));
      tell(`${strings.failed} ${words}`);
    },
    queue(waiting) {
      if (kept) {
        update(credentials.id, () => ({ queue: waiting }));
      }
      expectReply();
    },
    refused() {
      if (erasing) {
        return;
      }
      const unsaid = connection.waiting;
      forget(credentials.id);
      leave();
      refusals++;
      if (kept) {
        log.clear();
      } else {
        log.retire();
      }
      log.note(kept ? strings.gone : strings.goneUnkept);
      // What was asked and not answered is asked again; a choice means nothing in another conversation.
      unsaid.filter(({ choice }) => choice === undefined).forEach(({ text }) => say({ text }));
      if (refusals > REFUSALS) {
        showBanner(strings.stopped, true);
        again = () => {
          refusals = 0;
          begin();
        };
      } else {
        begin();
      }
    },
  });
  talk = { credentials, keep: kept, connection };
  expectReply();
}

/** Ends the conversation here, without a word to the service. */
function leave() {
  talk?.connection.stop();
  talk = null;
  hideThinking();
}

/** @param {{ text: string, choice?: string }} words */
function say({ text, choice }) {
  // A button pressed twice is one question.
  if (talk?.connection.waiting.some((message) => message.text === text && message.choice === choice)) {
    return;
  }
  const message = { id: newId(), text, ...(choice !== undefined && { choice }) };
  log.pend(message, offline || !talk ? strings.waiting : strings.sending);
  if (talk) {
    talk.connection.send(message);
  } else {
    early.push(message);
  }
}

/** Of 128 random bits; crypto.randomUUID() asks for a secure context, which an intranet may not give. */
function newId() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Erases the conversation in hand and begins another.
 *
 * @param {boolean} kept whether the next one is kept
 */
async function restart(kept) {
  const from = talk;
  if (from) {
    erasing = true;
    await within(from.credentials, "DELETE").catch((problem) => {
      // One that is not there any more is erased already.
      if (!(problem instanceof Refusal && problem.status === 404)) {
        throw problem;
      }
    }).finally(() => {
      erasing = false;
    });
    forget(from.credentials.id);
  }
  leave();
  early = [];
  log.clear();
  keep = kept;
  showKept();
  begin();
}

async function erase() {
  const done = await confirmed(
    { title: strings.eraseTitle, text: strings.eraseText, action: strings.erase, failed: strings.eraseFailed },
    () => restart(keep),
  );
  if (done) {
    options.close();
    input.focus();
    tell(strings.erased);
  }
}

async function changeKeeping() {
  const words = keep
    ? { title: strings.keepNothingTitle, text: strings.keepNothingHint, action: strings.keepNothing }
    : { title: strings.keepAgainTitle, text: strings.keepAgainText, action: strings.keepAgain };
  const act = () => restart(!keep);
  if (log.empty) {
    await act().catch(() => tell(strings.eraseFailed));
  } else if (await confirmed({ ...words, failed: strings.eraseFailed }, act)) {
    options.close();
    input.focus();
  }
}

function showKept() {
  byId("kept", HTMLElement).textContent = byId("options-kept", HTMLElement).textContent = keep
    ? strings.kept
    : strings.notKept;
  byId("keep-offer", HTMLElement).textContent = keep ? strings.keepNothing : strings.keepAgain;
  byId("keep-nothing", HTMLElement).setAttribute("aria-checked", String(!keep));
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let connectingTimer;

/** @param {State} state */
function showState(state) {
  clearTimeout(connectingTimer);
  document.documentElement.dataset.connection = state;
  const wasOffline = offline;
  offline = state !== "connected";
  log.mark(offline ? strings.waiting : strings.sending);
  expectReply();
  if (state === "connected") {
    banner.hidden = true;
    if (wasOffline) {
      tell(strings.backOnline);
    }
  } else if (state === "connecting") {
    connectingTimer = setTimeout(() => showBanner(strings.connecting, false), CONNECTING_SHOWN_MS);
  } else {
    showBanner(state === "crowded" ? strings.crowded : strings.offline, state === "offline");
  }
}

/**
 * @param {string} words
 * @param {boolean} mayRetry
 */
function showBanner(words, mayRetry) {
  const hadFocus = document.activeElement === retry;
  banner.hidden = false;
  if (bannerText.textContent !== words) {
    bannerText.textContent = words;
  }
  retry.hidden = !mayRetry;
  if (hadFocus && !mayRetry) {
    input.focus();
  }
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let thinkingTimer;

function expectReply() {
  clearTimeout(thinkingTimer);
  if (!offline && talk && talk.connection.waiting.length > 0) {
    thinkingTimer = setTimeout(showThinking, THINKING_SHOWN_MS);
  } else {
    hideThinking();
  }
}

function showThinking() {
  if (thinking.hidden) {
    thinking.hidden = false;
    log.followEnd();
    tell(strings.thinking);
  }
}

function hideThinking() {
  clearTimeout(thinkingTimer);
  thinking.hidden = true;
}

function speak() {
  logElement.setAttribute("aria-live", "polite");
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let tellTimer;

/** Says to a screen reader what sighted people see elsewhere. @param {string} words */
function tell(words) {
  clearTimeout(tellTimer);
  status.textContent = words;
  // Gone once spoken, so that nobody meets stale words when reading on.
  tellTimer = setTimeout(() => {
    status.textContent = "";
  }, 3_000);
}

/**
 * Tells the element around the panel what happened, and never what was said. The origin comes from the address of
 * the frame; the browser drops the message where the page around is another.
 *
 * @param {"ready" | "close" | "link"} type
 */
function tellHost(type) {
  if (embedded && /^https?:\/\//.test(hostOrigin)) {
    window.parent.postMessage({ type }, hostOrigin);
  }
}

document.documentElement.dataset.theme = query.get("theme") ?? "auto";
document.title = strings.frame;
for (const element of document.querySelectorAll("[data-text], [data-label]")) {
  const { text, label } = /** @type {HTMLElement} */ (element).dataset;
  if (text) {
    element.textContent = Reflect.get(strings, text);
  }
  if (label) {
    element.setAttribute("aria-label", Reflect.get(strings, label));
  }
}
document.querySelectorAll("a[data-site]").forEach((element) => {
  element.setAttribute("target", atHome ? "_top" : "_blank");
});

const input = compose((text) => say({ text }));
input.placeholder = strings.placeholder;
byId("close", HTMLButtonElement).hidden = !embedded;
byId("close", HTMLButtonElement).addEventListener("click", () => tellHost("close"));
byId("open-options", HTMLButtonElement).addEventListener("click", () => options.showModal());
byId("erase", HTMLButtonElement).addEventListener("click", erase);
byId("keep-nothing", HTMLButtonElement).addEventListener("click", changeKeeping);
byId("keep-offer", HTMLButtonElement).addEventListener("click", changeKeeping);
document.querySelectorAll("[data-close]").forEach((element) => {
  element.addEventListener("click", () => element.closest("dialog")?.close());
});
retry.addEventListener("click", () => {
  // The button may leave with the banner; the focus then goes where one writes.
  input.focus();
  talk?.connection.wake();
  again?.();
});
document.addEventListener("keydown", (event) => {
  // A dialog takes Escape for itself.
  if (event.key === "Escape" && !event.isComposing && !document.querySelector("dialog[open]")) {
    tellHost("close");
  }
});
addEventListener("message", ({ source, origin, data }) => {
  if (!embedded || source !== window.parent || origin !== hostOrigin) {
    return;
  }
  if (data?.type === "opened" && !document.querySelector("dialog[open]")) {
    input.focus();
  } else if (data?.type === "theme") {
    document.documentElement.dataset.theme = data.theme;
  }
});
showKept();
begin();
tellHost("ready");
