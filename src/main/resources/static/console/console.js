// Keys of the console: j and k move through lists, labels by their own key. Forms work without it.

const KEPT = "console.keys";
const switcher = document.querySelector("[data-keys]");
const box = switcher?.querySelector("input");

if (switcher && box) {
  switcher.hidden = false;
  box.checked = localStorage.getItem(KEPT) !== "off";
  box.addEventListener("change", () => localStorage.setItem(KEPT, box.checked ? "on" : "off"));
}

/** Whether a key belongs to what is being written. */
function writes(target) {
  return target instanceof Element && target.closest("input:not([type=checkbox]), select, textarea, [contenteditable]") !== null;
}

/** The row that holds the focus, and the links of all rows. */
function place() {
  const rows = [...document.querySelectorAll("[data-rows] [data-row]")];
  return { rows, at: rows.findIndex((row) => row.contains(document.activeElement)) };
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || writes(event.target) || (box && !box.checked)) {
    return;
  }
  const { rows, at } = place();
  if (rows.length === 0) {
    return;
  }
  if (event.key === "j" || event.key === "k") {
    const next = event.key === "j" ? Math.min(at + 1, rows.length - 1) : Math.max(at - 1, 0);
    rows[next].querySelector("a")?.focus();
    event.preventDefault();
  } else if (at >= 0 && /^[a-z]$/.test(event.key)) {
    const label = rows[at].querySelector(`button[data-key="${event.key}"]`);
    if (label) {
      event.preventDefault();
      label.click();
    }
  }
});
