// Web Push of this browser: asks the person, subscribes at the browser's push service, and hands the subscription back.
const worker = "/service-worker.js";

export const isPossible = () => "serviceWorker" in navigator && "PushManager" in window && window.isSecureContext;

export async function subscribe(publicKey) {
    if (await Notification.requestPermission() !== "granted")
        return null;
    const registration = await navigator.serviceWorker.register(worker);
    await navigator.serviceWorker.ready;
    const key = Uint8Array.from(atob(publicKey.replace(/-/g, "+").replace(/_/g, "/")), letter => letter.charCodeAt(0));
    const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
    const { endpoint, keys } = subscription.toJSON();
    return { endpoint, key: keys.p256dh, secret: keys.auth };
}

export async function unsubscribe() {
    const registration = await navigator.serviceWorker.getRegistration(worker);
    await (await registration?.pushManager.getSubscription())?.unsubscribe();
}
