// @ts-check
import { byId } from "./dom.js";

const LIMIT = 2000;
const COUNTED_FROM = 1800;

/**
 * Where the person writes. Enter sends, Shift+Enter begins a line, and the focus stays where it is.
 *
 * @param {import("./strings.fr.js").Strings} strings
 * @param {(text: string) => void} send
 */
export function compose(strings, send) {
  const form = byId("composer", HTMLFormElement);
  const input = byId("question", HTMLTextAreaElement);
  const counter = byId("counter", HTMLElement);
  const spoken = byId("counter-spoken", HTMLElement);
  input.maxLength = LIMIT;

  const count = () => {
    const left = LIMIT - input.value.length;
    counter.textContent = input.value.length < COUNTED_FROM ? "" : left > 0 ? strings.remaining(left) : strings.full;
    // Spoken at a few thresholds: at every key it would cover what is being written.
    spoken.textContent = left > 200 ? "" : left > 50 ? strings.remaining(200) : left > 0 ? strings.remaining(50) : strings.full;
  };
  input.addEventListener("input", count);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  // Pressing the button leaves the focus, and with it a phone's keyboard, as it was.
  byId("send", HTMLButtonElement).addEventListener("pointerdown", (event) => event.preventDefault());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (text) {
      input.value = "";
      count();
      send(text);
    } else {
      input.focus();
    }
  });
  return input;
}
