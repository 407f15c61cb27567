// @ts-check

/**
 * Turns the links from words of the glossary into buttons that disclose the definition where the reader is. Nothing opens by itself
 * or by a hover; without this script each word is a link to the glossary.
 */

const place = document.querySelector("[data-term-more]");
const more = place?.getAttribute("data-term-more") ?? "";

document.querySelectorAll("a.term").forEach((link, index) => {
  const definition = link.getAttribute("data-definition");
  if (!definition) {
    return;
  }
  const button = document.createElement("button");
  button.type = "button";
  button.className = "term";
  button.append(...link.childNodes);
  const note = document.createElement("span");
  note.id = `definition-${index}`;
  note.className = "definition";
  note.hidden = true;
  note.append(definition);
  const page = link.getAttribute("data-page");
  if (page) {
    const read = document.createElement("a");
    read.href = page;
    read.textContent = more;
    note.append(" ", read);
  }
  button.setAttribute("aria-expanded", "false");
  button.setAttribute("aria-controls", note.id);
  button.addEventListener("click", () => show(button, note, note.hidden));
  for (const element of [button, note]) {
    element.addEventListener("keydown", (event) => {
      if (/** @type {KeyboardEvent} */ (event).key === "Escape" && !note.hidden) {
        show(button, note, false);
        button.focus();
      }
    });
  }
  // Below the paragraph and not inside it, so that its sentence can be read on.
  const block = link.closest("p, li, td, th");
  link.replaceWith(button);
  block?.append(note);
});

/**
 * @param {HTMLElement} button
 * @param {HTMLElement} note
 * @param {boolean} open
 */
function show(button, note, open) {
  note.hidden = !open;
  button.setAttribute("aria-expanded", String(open));
}
