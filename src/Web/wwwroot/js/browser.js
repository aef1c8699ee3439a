// Choices that a person makes once and the browser remembers.
export const recall = key => localStorage.getItem("ecopark." + key);
export const remember = (key, value) => {
    localStorage.setItem("ecopark." + key, value);
    if (key === "theme")
        document.documentElement.classList.toggle("starts-dark", value === "dark");
};
// Once the new colours are on the page.
export const themed = () => requestAnimationFrame(() => document.dispatchEvent(new Event("ecopark-themed")));
export const settle = () => new Promise(done => setTimeout(done));
export const isWide = () => window.innerWidth >= 960;
// Without moving what is in view already.
export const reveal = selector => requestAnimationFrame(() => document.querySelector(selector)?.scrollIntoView({ block: "nearest" }));
export const copy = text => navigator.clipboard.writeText(text);
export const print = () => window.print();

// Prints once the page has what the selector finds; a page that is left meanwhile never has it.
export async function printWith(selector) {
    for (let tries = 0; tries < 500; tries++) {
        if (document.querySelector(selector))
            return window.print();
        await new Promise(done => setTimeout(done, 20));
    }
}
export const download = async (name, stream) => {
    const address = URL.createObjectURL(new Blob([await stream.arrayBuffer()]));
    Object.assign(document.createElement("a"), { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
};
export const forget = key => localStorage.removeItem("ecopark." + key);
// Says, every half minute at most, that somebody is there: only a hand on the device does, not what the page does by itself.
export const onUse = owner => {
    let told = 0;
    const used = () => {
        if (Date.now() - told < 30_000)
            return;
        told = Date.now();
        owner.invokeMethodAsync("Used").catch(() => told = 0); // The connection is away; with the next movement.
    };
    for (const kind of ["pointerdown", "keydown", "wheel", "touchstart"])
        document.addEventListener(kind, used, { capture: true, passive: true });
};
export const onSearchKey = selector => {
    document.addEventListener("keydown", event => {
        if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
            event.preventDefault();
            document.querySelector(selector)?.focus();
        }
    });
    document.querySelector(selector)?.setAttribute("aria-keyshortcuts", "Control+K");
};
