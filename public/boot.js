// Starts the program that the address asks for, and says so in words when it cannot start or has
// stopped. Programs: "page" (one request, what nearly everybody needs), "whole" (everything, also
// loaded when a person asks for more), "embed" (the estimate alone, in a frame).
//
// Knows: the element #program (file names, from Trunk.toml's pattern_script and the build), the
// element #failure (in index.html). Must not know: anything of what the page shows.
//
// For the programs:
// - `pixelbillFailed(message)` from the panic hook. It may be called more than once (the first
//   reason stays), never throws, and leaves the page as it stands with the failure above it.
// - `pixelbillWhole(id)` loads the whole program, which goes on at that element.
// `document.documentElement.dataset.program` is "starting", "running" or "failed";
// `dataset.late` is "loading" while the whole program comes; `dataset.embed` stands in a frame that
// shows the estimate alone, whose host is told when it fails (docs/embedding.md).

const byId = (id) => document.getElementById(id);
const state = document.documentElement.dataset;
const files = byId("program").dataset;

globalThis.pixelbillFailed = (reason) => {
  if (state.program === "failed") return;
  const wasRunning = state.program === "running";
  state.program = "failed";
  tell(wasRunning ? "Pixelbill has stopped" : "Pixelbill could not start", wasRunning
    ? `The figures below no longer follow what you choose. Reload to go on. (${reason})`
    : reason);
};

let place = "";
globalThis.pixelbillPlace = () => place;
globalThis.pixelbillHandOver = () => {};
globalThis.pixelbillWhole = async (id) => {
  place = id || document.activeElement?.id || "";
  if (state.late) return;
  state.late = "loading";
  try {
    await run(await load("whole"));
    state.late = "running";
  } catch (error) {
    delete state.late;
    if (state.program === "starting") pixelbillFailed(error.message);
    else tell("This part could not be loaded", `${error.message} What stands below still works; choose it again to retry.`);
  }
};

function tell(title, reason) {
  if ("embed" in state && parent !== self) parent.postMessage({ pixelbill: { v: 1, failed: `${title}. ${reason}` } }, "*");
  byId("failure-title").textContent = title;
  byId("failure-reason").textContent = reason;
  const link = byId("failure-link");
  link.value = location.href;
  link.onfocus = () => link.select();
  byId("failure-copy").onclick = () => copy(link);
  byId("failure-reload").onclick = () => location.reload();
  byId("failure").hidden = false;
  byId("failure").scrollIntoView();
}

async function copy(link) {
  try {
    await navigator.clipboard.writeText(link.value);
    byId("failure-copy").textContent = "Copied";
  } catch {
    link.focus(); // no clipboard here: the selected text can be copied by hand
  }
}

// Errors that come out of the program. A browser extension's errors are none of ours.
function stopsProgram(error) {
  return error instanceof WebAssembly.RuntimeError || /wasm/i.test(error?.stack ?? "");
}

function onError(error) {
  if (state.program === "running" && stopsProgram(error)) pixelbillFailed(String(error.message ?? error));
}

async function fetched(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} for ${url}`);
  return response;
}

async function load(name) {
  const known = files[name] ? name : "page"; // a development build is one program
  try {
    return await Promise.all([import(new URL(files[known], document.baseURI)), fetched(files[`${known}Wasm`])]);
  } catch (error) {
    throw new Error(`The page's files could not be loaded: the connection was lost, or a new version is being published. (${error.message})`);
  }
}

async function run([bindings, wasm]) {
  try {
    await bindings.default({ module_or_path: wasm });
  } catch (error) {
    throw new Error(`It stopped while starting. (${error.message ?? error})`);
  }
}

const address = readable(location.search + location.hash);

function readable(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // not well encoded: the program says so
  }
}

// Only a first guess: a program that cannot price what the link asks calls for the whole one.
function asked() {
  if (/[?&#]embed=1/i.test(address)) return "embed";
  return /[?&#](view=(plan|bill|explore)|driver=|route=r|task=[ae]|stage=|refs=|own\.)/i.test(address) ? "whole" : "page";
}

// What can be seen of these before a program runs: a frame's own ground, and light or dark.
function dress() {
  const [, theme] = /[?&#]theme=(light|dark)/i.exec(address) ?? [];
  if (theme) state.theme = theme.toLowerCase();
  if (asked() === "embed") state.embed = "";
}

async function start() {
  state.program = "starting";
  dress();
  if (typeof WebAssembly !== "object") {
    return pixelbillFailed("This browser has no WebAssembly, or it is turned off. Pixelbill calculates on this page and needs it.");
  }
  addEventListener("error", (event) => onError(event.error));
  addEventListener("unhandledrejection", (event) => onError(event.reason));
  try {
    await run(await load(asked()));
    if (state.program === "starting") state.program = "running";
  } catch (error) {
    pixelbillFailed(error.message);
  }
  // Offline use can wait until the price stands there; a frame keeps nothing.
  if (files.keep && state.embed === undefined) setTimeout(() => import(new URL(files.keep, document.baseURI)).catch(() => {}), 1000);
}

start();
