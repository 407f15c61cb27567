// @ts-check

/**
 * @typedef {object} Passage
 * @property {number} part
 * @property {string} page
 * @property {string} anchor
 * @property {string} title
 * @property {string} heading
 * @property {string} quote
 * @property {string} url
 * @property {string} reviewedOn
 * @property {boolean} validated
 *
 * @typedef {object} Suggestion
 * @property {string} label
 * @property {"ask" | "choose" | "open" | "login" | "handover"} action
 * @property {string} [choice]
 * @property {string} [page]
 * @property {string} [anchor]
 *
 * @typedef {object} Contact
 * @property {string} name
 * @property {string} phone
 * @property {string} [when]
 *
 * @typedef {object} Reply
 * @property {string} id
 * @property {string} at
 * @property {"answer" | "clarification" | "out_of_scope" | "urgent" | "escalation" | "professional_answer"
 *   | "small_talk" | "unsupported_language"} outcome
 * @property {string} [lang]
 * @property {"rtl" | "ltr"} [dir]
 * @property {string} text
 * @property {Passage[]} [passages]
 * @property {Suggestion[]} [suggestions]
 * @property {string[]} [notices]
 * @property {"medical" | "suicide" | null} [urgency]
 * @property {Contact[]} [contacts]
 * @property {{ role: string, at: string } | null} [author]
 *
 * @typedef {object} Turn
 * @property {number | null} seq null only for a reply whose place in the conversation is not known yet
 * @property {string | null} [clientId]
 * @property {string | null} [text]
 * @property {Reply} reply
 *
 * @typedef {{ id: string, token: string }} Credentials
 * @typedef {{ status?: number, title?: string, detail?: string, retryAfter?: number }} Problem
 */

const BASE = "/api/v1";
const TIMEOUT_MS = 15_000;

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
  return call("POST", "/conversations", { body: { keep } });
}

/**
 * @param {Credentials} conversation
 * @param {{ id: string, text: string } | { id: string, choice: string }} message
 * @returns {Promise<Reply>}
 */
export function postMessage({ id, token }, message) {
  return call("POST", `/conversations/${encodeURIComponent(id)}/messages`, { token, body: message });
}

/**
 * @param {Credentials} conversation
 * @param {number} after
 * @returns {Promise<{ turns: Turn[] }>}
 */
export function readTurns({ id, token }, after) {
  return call("GET", `/conversations/${encodeURIComponent(id)}/messages?after=${after}`, { token });
}

/**
 * @param {Credentials} conversation
 * @param {string} replyId
 * @param {{ value: "up" | "down", reason?: string, comment?: string }} feedback
 */
export function putFeedback({ id, token }, replyId, feedback) {
  const path = `/conversations/${encodeURIComponent(id)}/messages/${encodeURIComponent(replyId)}/feedback`;
  return call("PUT", path, { token, body: feedback });
}

/**
 * @param {Credentials} conversation
 * @param {{ messageId: string, email: string | null }} request
 * @returns {Promise<{ code: string, delay?: string }>}
 */
export function postHandover({ id, token }, request) {
  return call("POST", `/conversations/${encodeURIComponent(id)}/handover`, { token, body: request });
}

/** @param {Credentials} conversation */
export function deleteConversation({ id, token }) {
  return call("DELETE", `/conversations/${encodeURIComponent(id)}`, { token });
}

/**
 * @param {string} method
 * @param {string} path
 * @param {{ token?: string, body?: unknown }} request
 * @returns {Promise<any>}
 */
async function call(method, path, { token, body }) {
  /** @type {Record<string, string>} */
  const headers = { Accept: "application/json, application/problem+json" };
  if (token) {
    headers.Authorization = `Bearer ${token}`;
  }
  if (body !== undefined) {
    headers["Content-Type"] = "application/json";
  }
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(BASE + path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: "same-origin",
      cache: "no-store",
      signal: timeout.signal,
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Refusal({ ...parsed(text), status: response.status, ...retryAfter(response) });
    }
    return text ? JSON.parse(text) : undefined;
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

/** @param {Response} response */
function retryAfter(response) {
  const seconds = Number(response.headers.get("Retry-After"));
  return seconds > 0 ? { retryAfter: seconds } : {};
}
