// @ts-check

const KEY = "gercor-chat";
const KEPT_FOR_MS = 30 * 24 * 3600 * 1000;

/** @import { Remembered } from "./types.js" */

/**
 * The conversation that this browser knows, if any is still kept. Storage that the browser refuses counts as empty.
 *
 * @returns {Remembered | null}
 */
export function recall() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? "null");
    if (!found?.id || !found.token || !Array.isArray(found.queue)) {
      return null;
    }
    if (Date.now() - found.at > KEPT_FOR_MS) {
      localStorage.removeItem(KEY);
      return null;
    }
    return found;
  } catch {
    return null;
  }
}

/** @param {Omit<Remembered, "at">} conversation */
export function remember(conversation) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...conversation, at: Date.now() }));
  } catch {
    // Refused or full: the conversation lives as long as the panel.
  }
}

/**
 * Changes what is remembered of one conversation. Another tab may have begun a new one: that one is left alone.
 *
 * @param {string} id
 * @param {(known: Remembered) => Partial<Remembered>} change
 */
export function update(id, change) {
  const known = recall();
  if (known?.id === id) {
    remember({ ...known, ...change(known) });
  }
}

/** @param {string} id */
export function forget(id) {
  if (recall()?.id === id) {
    try {
      localStorage.removeItem(KEY);
    } catch {
      // As above.
    }
  }
}
