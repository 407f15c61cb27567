// @ts-check
import { fr as strings } from "./strings.fr.js";

const PANEL = new URL("panel.html", import.meta.url);
const SMALL_SCREEN = matchMedia("(max-width: 480px), (max-height: 480px)");

// Constructed, since the page around may forbid inline styles; pixels or max(), since its root font size is not ours.
const styles = new CSSStyleSheet();
styles.replaceSync(`
  :host {
    position: fixed; z-index: 2147483000; bottom: max(16px, env(safe-area-inset-bottom)); right: 16px;
    font: 600 max(1rem, 16px) / 1.3 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  }
  :host([hidden]) { display: none; }
  :host([position="bottom-left"]) { right: auto; left: 16px; }
  button {
    all: unset; box-sizing: border-box; display: flex; align-items: center; gap: .6em; min-height: 56px;
    padding: .75em 1.35em .75em 1.1em; border: 2px solid transparent; border-radius: 999px; cursor: pointer;
    background: #0b5868; color: #fff; box-shadow: 0 0 0 1px #fff6, 0 6px 24px #0004;
  }
  button:hover { background: #084552; }
  button:focus-visible { outline: 3px solid #0b5868; outline-offset: 3px; box-shadow: 0 0 0 3px #fff, 0 0 0 8px #fff; }
  svg { flex: none; width: 1.5em; height: 1.5em; fill: none; stroke: currentColor; stroke-width: 2;
    stroke-linecap: round; stroke-linejoin: round; }
  [aria-expanded="true"] .talk, [aria-expanded="false"] .cross { display: none; }
  dialog {
    all: unset; box-sizing: border-box; position: fixed; overflow: hidden; display: none;
    right: 16px; bottom: calc(max(16px, env(safe-area-inset-bottom)) + 72px);
    width: min(max(408px, 25.5rem), 100vw - 32px); height: min(max(680px, 42.5rem), 100vh - 104px);
    height: min(max(680px, 42.5rem), 100dvh - 104px);
    border: 1px solid #8888; border-radius: 18px; background: Canvas; box-shadow: 0 16px 56px #0005;
  }
  :host([position="bottom-left"]) dialog { right: auto; left: 16px; }
  dialog[open] { display: block; }
  dialog:modal { inset: 0; width: 100%; height: 100%; max-width: none; max-height: none; border: 0; border-radius: 0; }
  dialog::backdrop { background: none; }
  iframe { display: block; width: 100%; height: 100%; border: 0; }
  @media (prefers-reduced-motion: no-preference) {
    dialog[open] { animation: rise .18s ease-out; }
    @keyframes rise { from { opacity: 0; transform: translateY(10px); } }
  }
  @media (forced-colors: active) { button, dialog { border-color: ButtonText; } }
  @media print { :host { display: none; } }
`);

/**
 * The chat's launcher, and its panel in a frame of the service's own origin so that the page around cannot read what
 * is written in it. Nothing is loaded from the service or stored before the panel is first opened.
 *
 * @attribute lang - language of the interface, which speaks French alone so far
 * @attribute position - "bottom-right" (default) or "bottom-left"
 * @attribute theme - "auto" (default), "light" or "dark"
 * @attribute open - present while the panel is open
 * @fires gercor-chat:ready - once, when the launcher can be used
 * @fires gercor-chat:open
 * @fires gercor-chat:close
 * @fires gercor-chat:link - a link of an answer was followed; it does not say which, since that would tell the subject
 */
export class GercorChat extends HTMLElement {
  static observedAttributes = ["open", "theme"];

  #launcher = document.createElement("button");
  #dialog = document.createElement("dialog");
  /** @type {HTMLIFrameElement | null} */
  #frame = null;
  #panelReady = false;
  #connected = false;
  #announced = false;
  #takesFocus = true;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [styles];
    this.#launcher.type = "button";
    this.#launcher.id = "launcher";
    this.#launcher.part.add("launcher");
    this.#launcher.setAttribute("aria-expanded", "false");
    this.#launcher.setAttribute("aria-controls", "panel");
    this.#launcher.lang = "fr";
    this.#launcher.setAttribute("aria-label", strings.launcherName);
    this.#launcher.append(
      icon("talk", "M21 11.5a8.4 8.4 0 0 1-12.3 7.4L3 21l2.1-5.7A8.4 8.4 0 1 1 21 11.5Z"),
      icon("cross", "M6 6l12 12M18 6 6 18"),
      strings.launcher,
    );
    this.#launcher.addEventListener("click", () => {
      this.open = !this.open;
    });
    this.#dialog.id = "panel";
    this.#dialog.lang = "fr";
    this.#dialog.part.add("panel");
    this.#dialog.setAttribute("aria-label", strings.frame);
    this.#dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.open = false;
    });
    root.addEventListener("keydown", (event) => {
      if (/** @type {KeyboardEvent} */ (event).key === "Escape" && this.open) {
        this.open = false;
      }
    });
    root.append(this.#launcher, this.#dialog);
  }

  get open() {
    return this.hasAttribute("open");
  }

  set open(open) {
    this.toggleAttribute("open", open);
  }

  connectedCallback() {
    addEventListener("message", this.#hear);
    SMALL_SCREEN.addEventListener("change", this.#fit);
    // Once the code that put the element into the page has had its chance to listen.
    queueMicrotask(() => {
      if (!this.isConnected || this.#connected) {
        return;
      }
      this.#connected = true;
      if (!this.#announced) {
        this.#announced = true;
        this.#fire("ready");
      }
      if (this.open) {
        // Opened by the page and not by the person: the focus stays where it is.
        this.#takesFocus = false;
        this.#show();
      }
    });
  }

  disconnectedCallback() {
    this.#connected = false;
    removeEventListener("message", this.#hear);
    SMALL_SCREEN.removeEventListener("change", this.#fit);
    // A frame that leaves the document is unloaded with it.
    this.#frame?.remove();
    this.#frame = null;
    this.#panelReady = false;
    this.#dialog.close();
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    if (!this.#connected || before === now) {
      return;
    }
    if (name === "theme") {
      this.#tell({ type: "theme", theme: this.#theme });
    } else if ((before === null) !== (now === null)) {
      if (now !== null) {
        this.#show();
      } else {
        this.#hide();
      }
    }
  }

  get #theme() {
    const theme = this.getAttribute("theme");
    return theme === "light" || theme === "dark" ? theme : "auto";
  }

  #show() {
    if (!this.#frame) {
      this.#frame = document.createElement("iframe");
      this.#frame.id = "frame";
      this.#frame.title = strings.frame;
      this.#frame.referrerPolicy = "no-referrer";
      const address = new URL(PANEL);
      address.search = String(new URLSearchParams({ theme: this.#theme, origin: location.origin }));
      this.#frame.src = address.href;
      this.#dialog.append(this.#frame);
    }
    this.#launcher.setAttribute("aria-expanded", "true");
    this.#raise();
    this.#focusPanel();
    this.#fire("open");
  }

  /** A small screen is filled by the panel alone; on a large one the page stays within reach. */
  #raise() {
    if (SMALL_SCREEN.matches) {
      this.#takesFocus = true;
      this.#dialog.showModal();
    } else if (this.#takesFocus) {
      this.#dialog.show();
    } else {
      this.#dialog.setAttribute("open", "");
    }
  }

  #hide() {
    const active = this.shadowRoot?.activeElement;
    const hadFocus = active === this.#frame || active === this.#dialog;
    this.#dialog.close();
    this.#takesFocus = true;
    this.#launcher.setAttribute("aria-expanded", "false");
    this.#tell({ type: "closed" });
    if (hadFocus) {
      this.#launcher.focus();
    }
    this.#fire("close");
  }

  #fit = () => {
    if (this.open && this.#dialog.open) {
      this.#dialog.close();
      this.#raise();
      this.#focusPanel();
    }
  };

  #focusPanel() {
    if (this.#takesFocus && this.#panelReady) {
      this.#frame?.focus();
      this.#tell({ type: "opened" });
    }
  }

  /** @param {MessageEvent} event */
  #hear = (event) => {
    if (!this.#frame || event.origin !== PANEL.origin || event.source !== this.#frame.contentWindow) {
      return;
    }
    switch (event.data?.type) {
      case "ready":
        this.#panelReady = true;
        if (this.open) {
          this.#focusPanel();
        }
        break;
      case "close":
        this.open = false;
        break;
      case "link":
        this.#fire("link");
        break;
    }
  };

  /** @param {{ type: string, theme?: string }} message */
  #tell(message) {
    if (this.#panelReady) {
      this.#frame?.contentWindow?.postMessage(message, PANEL.origin);
    }
  }

  /** @param {string} name */
  #fire(name) {
    this.dispatchEvent(new CustomEvent(`gercor-chat:${name}`, { bubbles: true, composed: true }));
  }
}

/**
 * @param {string} name
 * @param {string} path
 */
function icon(name, path) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", name);
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

if (!customElements.get("gercor-chat")) {
  customElements.define("gercor-chat", GercorChat);
}
