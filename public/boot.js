// Starts the program, and says so in words when it cannot start or has stopped.
//
// Knows: the element #program (file names, from Trunk.toml's pattern_script), the
// element #failure (in index.html). Must not know: anything of what the page shows.
//
// For the program: call `globalThis.pixelbillFailed(message)` from the panic hook. It is
// set before the program starts, may be called more than once (the first reason stays),
// never throws, and leaves the page as it stands with the failure above it.
// `document.documentElement.dataset.program` is "starting", "running" or "failed".

const byId = (id) => document.getElementById(id);
const state = document.documentElement.dataset;

globalThis.pixelbillFailed = (reason) => {
  if (state.program === "failed") return;
  const wasRunning = state.program === "running";
  state.program = "failed";
  byId("failure-title").textContent = wasRunning ? "Pixelbill has stopped" : "Pixelbill could not start";
  byId("failure-reason").textContent = wasRunning
    ? `The figures below no longer follow what you choose. Reload to go on. (${reason})`
    : reason;
  showLink();
};

function showLink() {
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

async function load(program) {
  try {
    return await Promise.all([import(program.href), fetched(program.dataset.wasm)]);
  } catch (error) {
    pixelbillFailed(`The page's files could not be loaded: the connection was lost, or a new version is being published. (${error.message})`);
  }
}

async function run([bindings, wasm]) {
  try {
    await bindings.default({ module_or_path: wasm });
    if (state.program === "starting") state.program = "running";
  } catch (error) {
    pixelbillFailed(`It stopped while starting. (${error.message ?? error})`);
  }
}

async function start() {
  state.program = "starting";
  if (typeof WebAssembly !== "object") {
    return pixelbillFailed("This browser has no WebAssembly, or it is turned off. Pixelbill calculates on this page and needs it.");
  }
  addEventListener("error", (event) => onError(event.error));
  addEventListener("unhandledrejection", (event) => onError(event.reason));
  const files = await load(byId("program"));
  if (files) await run(files);
}

start();
