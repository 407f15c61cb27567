// @ts-check

const QUERY = new URLSearchParams(location.search);
const HOST_ORIGIN = QUERY.get("origin") ?? "";

/** Whether the panel stands in a frame; it also works as a page of its own. */
export const embedded = window.parent !== window;

/** Whether the page around is the service's own site. */
export const atHome = !embedded || HOST_ORIGIN === location.origin;

export const theme = QUERY.get("theme") ?? "auto";

/**
 * Tells the element around the panel what happened, and never what was said. The origin comes from the address of
 * the frame; the browser drops the message where the page around is another.
 *
 * @param {"ready" | "close" | "link"} type
 */
export function tellHost(type) {
  if (embedded && /^https?:\/\//.test(HOST_ORIGIN)) {
    window.parent.postMessage({ type }, HOST_ORIGIN);
  }
}

/** @param {(message: { type: string, theme?: string }) => void} listener */
export function hearHost(listener) {
  addEventListener("message", (event) => {
    if (embedded && event.source === window.parent && event.origin === HOST_ORIGIN && event.data?.type) {
      listener(event.data);
    }
  });
}
