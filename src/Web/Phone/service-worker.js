// Keeps one page for when there is no network, which says so. Nothing that the platform answers is kept: an old figure must not pass for the present one.
const shell = "ecopark-shell-1";

self.addEventListener("install", event => event.waitUntil(
    caches.open(shell).then(cache => cache.addAll(["/offline.html", "/icon-192.png"])).then(() => self.skipWaiting())));

self.addEventListener("activate", event => event.waitUntil(
    caches.keys().then(names => Promise.all(names.filter(name => name !== shell).map(name => caches.delete(name)))).then(() => self.clients.claim())));

self.addEventListener("fetch", event => {
    if (event.request.mode === "navigate")
        event.respondWith(fetch(event.request).catch(() => caches.match("/offline.html")));
    else if (new URL(event.request.url).pathname === "/icon-192.png")
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
