// @ts-check
import { Refusal } from "./api.js";
import { byId } from "./dom.js";

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
 * @param {string} question
 * @param {import("./strings.fr.js").Strings} strings
 * @param {(email: string | null) => Promise<{ code: string, delay?: string }>} handOver
 * @param {(code: string) => void} done
 */
export function offerHandover(question, strings, handOver, done) {
  const dialog = byId("handover", HTMLDialogElement);
  const form = byId("handover-form", HTMLFormElement);
  const email = byId("handover-email", HTMLInputElement);
  const error = byId("handover-error", HTMLElement);
  const receipt = byId("handover-receipt", HTMLElement);
  const code = byId("handover-code", HTMLElement);
  byId("handover-question", HTMLElement).textContent = question;
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
      byId("handover-delay", HTMLElement).textContent = answer.delay ? strings.handoverDelay(answer.delay) : "";
      receipt.hidden = false;
      receipt.focus();
      form.hidden = true;
      done(answer.code);
    } catch (problem) {
      const status = problem instanceof Refusal ? problem.status : 0;
      error.textContent =
        status === 404 || status === 405 || status === 501
          ? strings.handoverAbsent
          : status === 429
            ? strings.handoverCrowded
            : strings.handoverFailed;
    } finally {
      busy = false;
    }
  };
  dialog.showModal();
}
