// @ts-check
import { Refusal } from "./connection.js";
import { byId, h } from "./dom.js";
import { fr as strings } from "./strings.fr.js";

const LIMIT = 2000;
const COUNTED_FROM = 1800;

/**
 * Asks before what cannot be undone; the words of a failure stay in the dialog.
 *
 * @param {{ title: string, text: string, action: string, failed: string }} words
 * @param {() => Promise<void>} act
 * @returns {Promise<boolean>} whether it was done
 */
export function confirmed({ title, text, action, failed }, act) {
  const dialog = byId("confirm", HTMLDialogElement);
  const yes = byId("confirm-yes", HTMLButtonElement);
  const error = byId("confirm-error", HTMLElement);
  byId("confirm-title", HTMLElement).textContent = title;
  byId("confirm-text", HTMLElement).textContent = text;
  yes.textContent = action;
  error.textContent = "";
  let done = false;
  yes.onclick = async () => {
    error.textContent = "";
    try {
      await act();
      done = true;
      dialog.close();
    } catch {
      error.textContent = failed;
    }
  };
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(done), { once: true });
  });
}

/**
 * Shows what would be handed to a professional, and hands it over when the person says so.
 *
 * @param {{ question: string, before: string[], kept: boolean }} sent
 * @param {(email: string | null) => Promise<{ code: string, delay?: string }>} handOver
 * @param {(code: string) => void} done
 */
export function offerHandover({ question, before, kept }, handOver, done) {
  const dialog = byId("handover", HTMLDialogElement);
  const form = byId("handover-form", HTMLFormElement);
  const email = byId("handover-email", HTMLInputElement);
  const error = byId("handover-error", HTMLElement);
  const receipt = byId("handover-receipt", HTMLElement);
  const code = byId("handover-code", HTMLOutputElement);
  byId("handover-question", HTMLElement).textContent = question;
  byId("handover-before", HTMLElement).replaceChildren(...before.map((said) => h("blockquote", {}, said)));
  byId("handover-context", HTMLElement).hidden = before.length === 0;
  byId("handover-unkept", HTMLElement).hidden = kept;
  const copied = byId("handover-copied", HTMLElement);
  copied.textContent = "";
  byId("handover-copy", HTMLButtonElement).onclick = () => navigator.clipboard.writeText(code.value).then(
    () => { copied.textContent = strings.copied; },
    () => getSelection()?.selectAllChildren(code),
  );
  form.reset();
  form.hidden = false;
  receipt.hidden = true;
  error.textContent = "";
  email.removeAttribute("aria-invalid");
  let busy = false;
  form.onsubmit = async (event) => {
    event.preventDefault();
    error.textContent = "";
    email.removeAttribute("aria-invalid");
    if (!email.checkValidity()) {
      error.textContent = strings.emailWrong;
      email.setAttribute("aria-invalid", "true");
      email.focus();
      return;
    }
    if (busy) {
      return;
    }
    busy = true;
    try {
      const answer = await handOver(email.value.trim() || null);
      code.textContent = answer.code;
      byId("handover-delay", HTMLElement).textContent = answer.delay ?? "";
      receipt.hidden = false;
      receipt.focus();
      form.hidden = true;
      done(answer.code);
    } catch (problem) {
      const status = problem instanceof Refusal ? problem.status : 0;
      error.textContent =
        status === 429 ? strings.handoverCrowded : status === 400 ? strings.emailWrong : strings.handoverFailed;
    } finally {
      busy = false;
    }
  };
  dialog.showModal();
}

/**
 * Where the person writes. Enter sends, Shift+Enter begins a line, and the focus stays where it is.
 *
 * @param {(text: string) => void} send
 */
export function compose(send) {
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
