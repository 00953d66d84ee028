// The element <pixelbill-estimate> for other people's pages: an estimate in a frame that follows
// the light or dark around it and grows to its content. docs/embedding.md tells how to use it.
//
// Knows contract 1 (attributes are a link's keys), the messages of contract 3, and the site, from
// the address of this very script. Must not know what an estimate is. It never throws on the page
// it is on: where it cannot work, the element's own content stays.
(() => {
  const NAME = "pixelbill-estimate";
  // HTML's own attributes and the element's. All others are for the link, misspelt keys too, which
  // the estimate names; but no key has a hyphen or a colon, as those of frameworks have.
  const NOT_KEYS =
    /^(link|height|theme|title|id|class|style|slot|part|hidden|inert|lang|dir|role|tabindex|is|nonce|translate|on.*|.*[^a-z0-9._].*)$/;
  // A colour that only dark has: the element reads the scheme from it, and hears it change.
  const DARK = "rgb(1, 2, 3)";
  const SHEET = `:host{display:block}:host([hidden]){display:none}
    div{position:relative;min-height:1px}
    iframe{position:absolute;width:100%;height:100%;border:0;visibility:hidden}
    .alive iframe{display:block;position:static;visibility:visible}
    .alive slot{display:none}
    i{position:absolute;visibility:hidden;color:light-dark(#000,${DARK});transition:color 1ms}`;

  const made = (tag, into) => into.appendChild(document.createElement(tag));

  try {
    const site = new URL(".", document.currentScript.src);
    const styles = new CSSStyleSheet();
    styles.replaceSync(SHEET);
    // In a page without an origin (sandboxed, or a file) the frame may have none either.
    const ours = (origin) => origin === site.origin || (origin === "null" && self.origin === "null");

    class Estimate extends HTMLElement {
      #box;
      #probe;
      #frame; // while the element is in a page
      #keys; // what the frame was last asked to show
      #theme; // the theme it was last told

      constructor() {
        super();
        const root = this.attachShadow({ mode: "open" });
        root.adoptedStyleSheets = [styles];
        this.#probe = made("i", root);
        this.#probe.ontransitionend = () => this.#tellTheme();
        this.#box = made("div", root);
        made("slot", this.#box);
        new MutationObserver(() => this.#update()).observe(this, { attributes: true });
      }

      connectedCallback() {
        addEventListener("message", this.#hear);
        this.#update();
      }

      disconnectedCallback() {
        removeEventListener("message", this.#hear);
        this.#drop();
      }

      // Moved in one piece, the frame goes on as it is.
      connectedMoveCallback() {}

      #update() {
        if (!this.isConnected) return;
        this.#box.style.minHeight = `${parseInt(this.getAttribute("height")) || 1}px`;
        const keys = this.#asked();
        if (keys !== this.#keys) this.#show(keys);
        this.#frame.title = this.title || "What it costs, by Pixelbill";
        this.#tellTheme();
      }

      // The parameters of the link: those of `link`, or the attributes themselves.
      #asked() {
        const link = this.getAttribute("link");
        const keys = new URLSearchParams(link?.replace(/^[^?#=]*[?#]/, "").replace(/^[^#]*#(?=.*=)/, ""));
        for (const { name, value } of this.attributes) {
          if (link === null ? !NOT_KEYS.test(name) : name === "controls") keys.set(name, value);
        }
        for (const ours of ["embed", "theme", "view", "pin"]) keys.delete(ours);
        return `${keys}`;
      }

      // A running frame takes a new fragment, which adds nothing to the history; otherwise a new
      // frame is made, since another address for the old one would be a step "back" returns to.
      #show(keys) {
        this.#keys = keys;
        const parameters = `embed=1&theme=${(this.#theme = this.#wanted())}&${keys}`;
        if (this.#alive) return this.#frame.contentWindow.location.replace(`${this.#frame.src}#${parameters}`);
        this.#drop();
        this.#keys = keys;
        const frame = document.createElement("iframe");
        frame.loading = "lazy";
        frame.scrolling = "no";
        frame.src = `${site}?${parameters}`;
        this.#frame = this.#box.appendChild(frame);
      }

      #drop() {
        this.#live(false);
        this.#frame?.remove();
        this.#frame = this.#keys = undefined;
      }

      get #alive() {
        return !!this.#box.className;
      }

      #live(alive) {
        this.#box.className = alive ? "alive" : "";
      }

      // The element's own computed color-scheme, unless its attribute says otherwise.
      #wanted() {
        const theme = this.getAttribute("theme");
        if (theme === "light" || theme === "dark") return theme;
        return getComputedStyle(this.#probe).color === DARK ? "dark" : "light";
      }

      #tellTheme() {
        const theme = this.#wanted();
        if (!this.#alive || theme === this.#theme) return;
        this.#theme = theme;
        this.#frame.contentWindow.postMessage({ pixelbill: { v: 1, theme } }, "*");
      }

      #hear = ({ source, origin, data }) => {
        const said = data?.pixelbill;
        if (said?.v !== 1 || source !== this.#frame.contentWindow || !ours(origin)) return;
        if (said.failed) this.#live(false);
        if (said.height > 0) {
          this.#frame.style.height = `${Math.min(said.height, 9999)}px`;
          this.#live(true);
          this.#tellTheme();
        }
        if (said.estimate) {
          this.dispatchEvent(new CustomEvent("estimate", { bubbles: true, composed: true, detail: said.estimate }));
        }
      };
    }

    customElements.get(NAME) || customElements.define(NAME, Estimate);
  } catch {
    // An old browser, or a script without an address of its own: the fallback stays.
  }
})();
