// Keeps one page for when there is no network, which says so, and pages below /field/ that work without one: these put themselves and their scripts into the second cache.
// Nothing that the platform answers is kept: an old figure must not pass for the present one.
const [shell, field] = ["ecopark-shell-2", "ecopark-field"];
const patience = 5_000; // A line too bad to answer is none.

self.addEventListener("install", event => event.waitUntil(
    caches.open(shell).then(cache => cache.addAll(["/offline.html", "/icon-192.png"])).then(() => self.skipWaiting())));

self.addEventListener("activate", event => event.waitUntil(
    caches.keys().then(names => Promise.all(names.filter(name => name !== shell && name !== field).map(name => caches.delete(name)))).then(() => self.clients.claim())));

// What the platform gives within the time, else what is kept.
const fromField = async request => {
    const kept = await caches.match(request, { cacheName: field, ignoreSearch: true, ignoreVary: true });
    if (!kept)
        return fetch(request);
    const late = new Promise((_, failed) => setTimeout(failed, patience));
    return Promise.race([fetch(request).then(answer => answer.ok ? answer : kept), late]).catch(() => kept);
};

self.addEventListener("fetch", event => {
    const { origin, pathname } = new URL(event.request.url);
    if (origin === self.location.origin && pathname.startsWith("/field/") && event.request.method === "GET")
        event.respondWith(fromField(event.request).catch(error => event.request.mode === "navigate" ? caches.match("/offline.html") : Promise.reject(error)));
    else if (event.request.mode === "navigate")
        event.respondWith(fetch(event.request).catch(() => caches.match("/offline.html")));
    else if (pathname === "/icon-192.png")
        event.respondWith(caches.match(event.request).then(kept => kept ?? fetch(event.request)));
});

// What the platform pushes is shown, and opens its page.
self.addEventListener("push", event => {
    const { title, text, href, level } = event.data.json();
    event.waitUntil(self.registration.showNotification(title, { body: text, tag: href, renotify: true, requireInteraction: level <= 2, data: { href } }));
});

self.addEventListener("notificationclick", event => {
    event.notification.close();
    event.waitUntil((async () => {
        const href = new URL(event.notification.data.href || "/", self.location.origin).href;
        for (const page of await self.clients.matchAll({ type: "window" })) {
            if (page.url === href)
                return page.focus();
        }
        return self.clients.openWindow(href);
    })());
});
