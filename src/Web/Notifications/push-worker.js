// Service worker: shows what the platform pushes, and opens its page.
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
