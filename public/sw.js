// The service worker: the page, and every file of one version, kept for use without a network.
//
// A version is a cache of its own, filled whole or not at all; names of files carry their
// content's hash, so files of two versions can never be mixed. A new version waits until the
// person takes it. `cargo xtask build` fills in the version and the files.

const VERSION = "THE VERSION";
const FILES = "THE FILES"; // every file whose name carries its hash
const NAMED = "THE NAMES"; // those that index.html names: how a page is known to be of this version
const SCOPE = registration.scope;
const PREFIX = `pixelbill ${SCOPE} `; // caches are the whole origin's, which other sites may share
const CACHE = PREFIX + VERSION;

// The page, fresh, and only where it is of this version: otherwise an update is being published.
async function page() {
  const response = await fetch(SCOPE, { cache: "no-cache" });
  const text = await response.text();
  if (!response.ok || !NAMED.every((name) => text.includes(name))) {
    throw new Error("the page is of another version; the next visit tries again");
  }
  return new Response(text, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}

async function file(name) {
  const response = await fetch(name);
  if (!response.ok) throw new Error(`${response.status} for ${name}`);
  return response;
}

async function fill() {
  const cache = await caches.open(CACHE);
  try {
    await cache.put(SCOPE, await page());
    await Promise.all(FILES.map(async (name) => cache.put(name, await file(name))));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

// The version before stays: a page of it that is still open may ask for its late files.
async function settle() {
  const old = (await caches.keys()).filter((key) => key.startsWith(PREFIX) && key !== CACHE);
  await Promise.all(old.slice(0, -1).map((key) => caches.delete(key)));
  await clients.claim();
}

async function kept(request) {
  for (const key of await caches.keys()) {
    if (!key.startsWith(PREFIX)) continue;
    const found = await (await caches.open(key)).match(request, { ignoreVary: true });
    if (found) return found;
  }
  return undefined;
}

async function answered(request) {
  try {
    return (await kept(request)) ?? (await fetch(request));
  } catch {
    return fetch(request); // storage that throws
  }
}

async function answeredPage(request) {
  try {
    const found = await (await caches.open(CACHE)).match(SCOPE, { ignoreVary: true });
    return found ?? (await fetch(request));
  } catch {
    return fetch(request);
  }
}

function isPage(request) {
  const address = request.url.split(/[?#]/)[0];
  return request.mode === "navigate" && (address === SCOPE || address === `${SCOPE}index.html`);
}

addEventListener("install", (event) => event.waitUntil(fill()));
addEventListener("activate", (event) => event.waitUntil(settle()));
addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
});
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(SCOPE)) return;
  if (isPage(request)) event.respondWith(answeredPage(request));
  else if (/-[0-9a-f]{16}[._]/.test(request.url)) event.respondWith(answered(request));
});
