// Keeps one version of the page in this browser, whole, so that it works without a network and never mixes two versions.
// Must not answer with anything but the page's own files, and must not take over from an older version unasked.
"use strict";
// Filled in by `cargo xtask dist`; with nothing in them this script does nothing.
const VERSION = "{{VERSION}}";
const FILES = [/*{{FILES}}*/];

const SCOPE = self.registration.scope;
// Other pages may live at the same origin, below other paths.
const OURS = "kichban " + SCOPE + " ";
const CACHE = OURS + VERSION;
// A file that is named after its content is the same wherever it was kept before.
const NAMED_AFTER_CONTENT = /-[0-9a-f]{16}[._]/;

self.addEventListener("install", (event) => {
  const request = (file) => new Request(file, { cache: NAMED_AFTER_CONTENT.test(file) ? "default" : "no-cache" });
  // All or nothing: one file that cannot be had leaves the older version in place.
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES.map(request))));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys().then((names) => {
      const older = names.filter((name) => name.startsWith(OURS) && name !== CACHE);
      // A tab may still show the version before this one, and fetch a part of it.
      return Promise.all(older.slice(0, -1).map((name) => caches.delete(name)));
    })
  );
});

self.addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const request = event.request;
  const address = request.url.split(/[?#]/)[0];
  if (request.method !== "GET" || !address.startsWith(SCOPE)) return;
  const path = address.slice(SCOPE.length);
  const file = path === "" || path === "index.html" ? "./" : path;
  if (FILES.includes(file)) {
    event.respondWith(caches.open(CACHE).then((cache) => cache.match(file)).then((kept) => kept || fetch(request)));
  } else if (NAMED_AFTER_CONTENT.test(file)) {
    // A part of the version before, asked for by a tab that still shows it.
    event.respondWith(caches.match(request, { ignoreSearch: true }).then((kept) => kept || fetch(request)));
  }
});
