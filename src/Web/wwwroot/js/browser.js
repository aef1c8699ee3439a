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
export const download = async (name, stream) => {
    const address = URL.createObjectURL(new Blob([await stream.arrayBuffer()]));
    Object.assign(document.createElement("a"), { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
};
export const forget = key => localStorage.removeItem("ecopark." + key);
export const onSearchKey = selector => {
    document.addEventListener("keydown", event => {
        if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
            event.preventDefault();
            document.querySelector(selector)?.focus();
        }
    });
    document.querySelector(selector)?.setAttribute("aria-keyshortcuts", "Control+K");
};
