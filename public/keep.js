// Keeps the page for later: registers the service worker, makes the page installable, and says
// when a newer version is ready, which takes effect when the person wishes.
//
// Loaded by boot.js after the first price. Knows sw.js and the two words they exchange; must not
// know anything of what the page shows. Where there are no workers (a frame that may not, a file,
// storage that throws) it does nothing.

const HOUR = 3600 * 1000;

const style = `
.update { position: fixed; inset: auto 16px 16px auto; z-index: 9; max-width: calc(100vw - 32px); display: flex; flex-wrap: wrap;
  gap: 8px 12px; align-items: center; padding: 12px 16px; border: 1px solid var(--hairline); border-radius: 12px;
  background: var(--surface); box-shadow: 0 4px 24px oklch(0 0 0 / 0.14); font-size: 0.875rem; }
.update p { margin: 0; }
.update button { min-height: 36px; padding: 0 12px; border: 1px solid var(--edge); border-radius: 8px; background: none; cursor: pointer; }
.update button:first-of-type { border-color: var(--accent); color: var(--accent); }
@media (max-width: 959px) { .update { inset: auto 16px 88px 16px; } }
@media print { .update { display: none; } }`;

function workers() {
  try {
    return window === top ? navigator.serviceWorker : undefined;
  } catch {
    return undefined; // a sandboxed frame
  }
}

function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

// Says that a newer version is ready; says it once.
function tell(container, registration) {
  if (document.querySelector(".update")) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const use = make("button", { type: "button", textContent: "Use it now" });
  const later = make("button", { type: "button", textContent: "Later" });
  const words = make("p", { textContent: "A newer version of Pixelbill is ready." });
  const notice = make("div", { className: "update" }, words, use, later);
  notice.setAttribute("role", "status");
  later.onclick = () => notice.remove();
  use.onclick = () => {
    container.addEventListener("controllerchange", () => location.reload(), { once: true });
    registration.waiting?.postMessage("take over");
  };
  document.body.append(notice);
}

function watch(container, registration) {
  const ready = () => {
    if (registration.waiting && container.controller) tell(container, registration);
  };
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", ready);
  });
  ready();
  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - asked < HOUR) return;
    asked = Date.now();
    registration.update().catch(() => {}); // offline: next time
  });
}

async function keep() {
  const container = workers();
  if (!container) return;
  document.head.append(make("link", { rel: "manifest", href: "manifest.webmanifest" }));
  try {
    watch(container, await container.register("sw.js", { updateViaCache: "none" }));
  } catch {
    // No worker here: private mode, blocked storage. The page works without.
  }
}

keep();
