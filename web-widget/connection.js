// @ts-check

/** @import { Credentials, Listener, Message, Problem, Reply, State, Turn } from "./types.js" */

const CONVERSATIONS = "/api/v1/conversations";
const TIMEOUT_MS = 15_000;
const OPENING_MS = 8_000;
/** Without a turn, a problem or a sign of thinking for this long, the line counts as dead. */
const ANSWER_MS = 12_000;
const THINKING_MS = 45_000;
/** A socket that closes sooner than this without a word was never really open (some proxies do that). */
const SETTLED_MS = 2_000;
const POLL_MS = 4_000;
const POLL_HIDDEN_MS = 20_000;
/** How long requests stand in before the socket is tried again. */
const REQUESTS_MS = 60_000;
const RETRIES = 3;

/**
 * One conversation's line to the service: a socket, or requests while no socket can be opened. What is said while
 * there is no line waits its turn; each message goes alone, again under the same id until its turn has come.
 */
export class Connection {
  #credentials;
  #listener;
  /** @type {Message[]} */
  #queue;
  #after;
  /** @type {Set<string>} */
  #shown = new Set();
  /** @type {Promise<void>} */
  #inbox = Promise.resolve();
  #stopped = false;
  #refusals = 0;
  /** @type {State} */
  #state = "connecting";
  /** @type {(() => void) | null} */
  #wakeUp = null;
  /** Sends the head of the queue where a line is open. @type {() => void} */
  #pump = () => {};
  /** Gives the open line up. @type {() => void} */
  #hangUp = () => {};

  /**
   * @param {Credentials} credentials
   * @param {Message[]} queue
   * @param {Listener} listener
   */
  constructor(credentials, queue, listener) {
    this.#credentials = credentials;
    this.#queue = [...queue];
    this.#after = 0;
    this.#listener = listener;
    addEventListener("online", this.#awake);
    document.addEventListener("visibilitychange", this.#awake);
    this.#run();
  }

  /** What was said and has no turn yet. */
  get waiting() {
    return [...this.#queue];
  }

  /** @param {Message} message */
  send(message) {
    this.#queue.push(message);
    this.#listener.queue(this.waiting);
    this.#pump();
  }

  /** Tries again at once where the next try was waiting. */
  wake() {
    this.#wakeUp?.();
  }

  stop() {
    this.#stopped = true;
    removeEventListener("online", this.#awake);
    document.removeEventListener("visibilitychange", this.#awake);
    this.#hangUp();
    this.wake();
  }

  #awake = () => {
    if (document.visibilityState === "visible") {
      this.wake();
    }
  };

  async #run() {
    let failures = 0;
    let unopened = 0;
    while (!this.#stopped) {
      const end = await (unopened < 2 ? this.#talkBySocket() : this.#talkByRequests());
      if (this.#stopped) {
        return;
      }
      await this.#inbox;
      if (end === "refused") {
        this.stop();
        this.#listener.refused();
      } else if (end === "crowded") {
        this.#tell("crowded");
        await this.#pause(jittered(20_000));
      } else if (end === "leaving") {
        this.#tell("offline");
        failures = 0;
        unopened = 0;
        await this.#pause(jittered(2_000));
      } else if (end === "enough") {
        unopened = 1;
      } else {
        unopened = end === "unopened" ? unopened + 1 : 0;
        failures = end === "dropped" ? 1 : failures + 1;
        // Requests may get through at once where sockets are forbidden.
        if (unopened !== 2) {
          this.#tell(unopened === 1 && this.#state === "connecting" ? "connecting" : "offline");
          await this.#pause(jittered(Math.min(20_000, 500 * 2 ** failures)));
        }
      }
    }
  }

  /** @returns {Promise<"unopened" | "dropped" | "leaving" | "refused" | "crowded">} */
  #talkBySocket() {
    return new Promise((resolve) => {
      const address = new URL("/ws", location.href);
      address.protocol = address.protocol.replace("http", "ws");
      const socket = new WebSocket(address);
      const { id, token } = this.#credentials;
      let openedAt = 0;
      let heard = false;
      /** @type {string | null} */
      let inFlight = null;
      let timer = setTimeout(() => end("unopened"), OPENING_MS);
      let holdOff = 0;

      const end = (/** @type {"unopened" | "dropped" | "leaving" | "refused" | "crowded"} */ how) => {
        clearTimeout(timer);
        clearTimeout(holdOff);
        socket.onopen = socket.onmessage = socket.onclose = null;
        this.#pump = this.#hangUp = () => {};
        socket.close();
        resolve(how);
      };
      const expect = (/** @type {number} */ ms) => {
        clearTimeout(timer);
        timer = setTimeout(() => end("dropped"), ms);
      };

      this.#hangUp = () => end("dropped");
      socket.onopen = () => {
        clearTimeout(timer);
        openedAt = Date.now();
        socket.send(JSON.stringify({ type: "open", conversation: id, token, after: this.#after }));
        this.#tell("connected");
        this.#pump = () => {
          const next = this.#queue[0];
          if (next && next.id !== inFlight && !holdOff) {
            inFlight = next.id;
            socket.send(JSON.stringify({ type: "message", ...spoken(next) }));
            expect(ANSWER_MS);
          }
        };
        this.#pump();
      };
      socket.onmessage = ({ data }) => {
        heard = true;
        const frame = JSON.parse(data);
        if (frame.clientId && frame.clientId === inFlight) {
          clearTimeout(timer);
        }
        if (frame.type === "turn") {
          this.#receive(frame);
        } else if (frame.type === "thinking") {
          this.#listener.thinking(frame.clientId);
          if (frame.clientId === inFlight) {
            expect(THINKING_MS);
          }
        } else if (frame.type === "problem" && frame.clientId) {
          const wait = this.#refuse(frame.clientId, frame.problem ?? {});
          inFlight = null;
          if (wait) {
            holdOff = setTimeout(() => {
              holdOff = 0;
              this.#tell("connected");
              this.#pump();
            }, wait);
          } else {
            this.#pump();
          }
        }
      };
      socket.onclose = ({ code }) => {
        if (code === 1008) {
          end("refused");
        } else if (code === 4429) {
          end("crowded");
        } else if (code === 1001 || code === 1012) {
          end("leaving");
        } else {
          if (code === 1009 && inFlight) {
            this.#fail(inFlight, { status: 413 });
          }
          end(openedAt && (heard || Date.now() - openedAt > SETTLED_MS) ? "dropped" : "unopened");
        }
      };
    });
  }

  /** @returns {Promise<"silent" | "enough" | "refused">} */
  async #talkByRequests() {
    const until = Date.now() + REQUESTS_MS;
    this.#pump = () => this.wake();
    try {
      while (!this.#stopped && (Date.now() < until || this.#queue.length > 0)) {
        const next = this.#queue[0];
        if (next) {
          await this.#post(next);
        }
        await this.#catchUp();
        this.#tell("connected");
        if (this.#queue.length === 0) {
          await this.#pause(document.hidden ? POLL_HIDDEN_MS : POLL_MS);
        }
      }
      return "enough";
    } catch (error) {
      return isGone(error) ? "refused" : "silent";
    } finally {
      this.#pump = () => {};
    }
  }

  /** @param {Message} message */
  async #post(message) {
    try {
      const thinking = setTimeout(() => this.#listener.thinking(message.id), 300);
      const reply = await within(this.#credentials, "POST", "/messages", spoken(message))
        .finally(() => clearTimeout(thinking));
      try {
        await this.#catchUp();
      } finally {
        // Where the history is out of reach for a while, the reply is shown all the same.
        if (!this.#shown.has(reply.id)) {
          this.#show({ seq: null, clientId: message.id, text: message.text, reply });
        }
        this.#settle(message.id);
      }
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 0 || isGone(error)) {
        throw error;
      }
      const wait = this.#refuse(message.id, error.problem);
      if (wait) {
        await this.#pause(wait);
      }
    }
  }

  async #catchUp() {
    (await this.#missed()).forEach((turn) => this.#receive(turn));
    await this.#inbox;
  }

  /** All turns since the last one shown, asked for until none is left. @returns {Promise<Turn[]>} */
  async #missed() {
    /** @type {Turn[]} */
    const missed = [];
    /** @type {Turn[]} */
    let page;
    do {
      const after = missed.at(-1)?.seq ?? this.#after;
      page = (await within(this.#credentials, "GET", `/messages?after=${after}`)).turns;
      missed.push(...page);
    } while (page.length > 0);
    return missed;
  }

  /** Turns are taken one after the other, whichever way they come. @param {Turn} turn */
  #receive(turn) {
    this.#inbox = this.#inbox.then(() => this.#place(turn)).catch(() => this.#hangUp());
  }

  /** @param {Turn} turn */
  async #place(turn) {
    const seq = turn.seq ?? 0;
    if (!this.#stopped && this.#after > 0 && seq > this.#after + 1) {
      (await this.#missed()).filter((missed) => (missed.seq ?? 0) < seq).forEach((missed) => this.#show(missed));
    }
    this.#show(turn);
    this.#pump();
  }

  /** @param {Turn} turn */
  #show(turn) {
    if (this.#stopped) {
      return;
    }
    const known = turn.seq !== null && turn.seq <= this.#after;
    if (!known) {
      this.#after = turn.seq ?? this.#after;
      this.#refusals = 0;
    }
    if (!known && !this.#shown.has(turn.reply.id)) {
      this.#shown.add(turn.reply.id);
      this.#listener.turn(turn);
    }
    if (turn.clientId) {
      this.#settle(turn.clientId);
    }
  }

  /**
   * What a problem means for a message: to be sent again later, or never.
   *
   * @param {string} messageId
   * @param {Problem} problem
   * @returns {number} milliseconds to wait before it goes again, 0 if it does not
   */
  #refuse(messageId, problem) {
    if (problem.status === 429) {
      this.#tell("crowded");
      return jittered(1_000 * (problem.retryAfter ?? 10));
    }
    if ((problem.status ?? 500) >= 500 && this.#refusals < RETRIES) {
      this.#refusals++;
      return jittered(1_000 * 2 ** this.#refusals);
    }
    this.#refusals = 0;
    this.#fail(messageId, problem);
    return 0;
  }

  /**
   * @param {string} messageId
   * @param {Problem} problem
   */
  #fail(messageId, problem) {
    const message = this.#queue.find(({ id }) => id === messageId);
    this.#settle(messageId);
    if (message) {
      this.#listener.failed(message, problem);
    }
  }

  /** @param {string} messageId */
  #settle(messageId) {
    const rest = this.#queue.filter(({ id }) => id !== messageId);
    if (rest.length < this.#queue.length) {
      this.#queue = rest;
      this.#listener.queue(this.waiting);
    }
  }

  /** @param {State} state */
  #tell(state) {
    if (state !== this.#state) {
      this.#state = state;
      this.#listener.state(state);
    }
  }

  /** @param {number} ms */
  #pause(ms) {
    return new Promise((/** @type {(value?: unknown) => void} */ resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    }).then(() => {
      this.#wakeUp = null;
    });
  }
}

/** @param {Message} message */
function spoken({ id, text, choice }) {
  return choice === undefined ? { id, text } : { id, choice };
}

/** Between half and one and a half, so that many who lost their line together do not come back together. */
function jittered(/** @type {number} */ ms) {
  return ms * (0.5 + Math.random());
}

/** @param {unknown} error */
function isGone(error) {
  return error instanceof Refusal && (error.status === 404 || error.status === 401);
}

/** An answer of the service that is not the one asked for; status 0 where there was no answer at all. */
export class Refusal extends Error {
  /** @param {Problem & { status: number }} problem */
  constructor(problem) {
    super(problem.detail ?? problem.title ?? `status ${problem.status}`);
    this.problem = problem;
    this.status = problem.status;
  }
}

/**
 * @param {boolean} keep
 * @returns {Promise<Credentials & { reply: Reply }>}
 */
export function createConversation(keep) {
  return call("POST", CONVERSATIONS, "", { keep });
}

/**
 * A call within a conversation.
 *
 * @param {Credentials} conversation
 * @param {"GET" | "POST" | "PUT" | "DELETE"} method
 * @param {string} [path] below the conversation's own
 * @param {unknown} [body]
 */
export function within({ id, token }, method, path = "", body) {
  return call(method, `${CONVERSATIONS}/${id}${path}`, token, body);
}

/**
 * @param {string} method
 * @param {string} path
 * @param {string} token
 * @param {unknown} [body]
 * @returns {Promise<any>}
 */
async function call(method, path, token, body) {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(path, {
      method,
      headers: {
        Accept: "application/json, application/problem+json",
        ...(token && { Authorization: `Bearer ${token}` }),
        ...(body !== undefined && { "Content-Type": "application/json" }),
      },
      body: JSON.stringify(body),
      cache: "no-store",
      signal: timeout.signal,
    });
    const text = await response.text();
    if (response.ok) {
      return text ? JSON.parse(text) : undefined;
    }
    const retryAfter = Number(response.headers.get("Retry-After")) || undefined;
    throw new Refusal({ retryAfter, ...parsed(text), status: response.status });
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal({ status: 0, detail: String(error) });
  } finally {
    clearTimeout(timer);
  }
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
