// What every page does by itself, before any of it is there: a word when there is no network, and paper.
navigator.serviceWorker?.register("/service-worker.js").catch(() => { }); // Without it the browser says itself that it is off line.

// Whoever signs out, or signs in, is not shown what another keeps on this phone for the work without network; a session that has merely ended is the same person's still.
if (location.pathname === "/sign-in") {
    const forget = () => localStorage.removeItem("ecopark.field-user");
    if (!new URLSearchParams(location.search).has("from"))
        forget();
    document.addEventListener("submit", forget);
}

// A wall has nobody who could load it again: it does so itself, once the platform answers.
if (location.pathname === "/wall") {
    setInterval(async () => {
        const lost = document.querySelector("#components-reconnect-modal:is(.components-reconnect-failed, .components-reconnect-rejected), #blazor-error-ui[style*=block]");
        if (lost && (await fetch("/health/live").catch(() => null))?.ok)
            location.reload();
    }, 5_000);
}

(() => {
    const [upright, across] = [718, 1047]; // CSS pixels between margins of 10 mm on A4.
    const shown = element => element.checkVisibility({ visibilityProperty: true });
    const unique = texts => [...new Set(texts.map(text => text.trim()).filter(text => text))];
    const inputs = () => [...document.querySelectorAll("main .filters .mud-input-control")].filter(shown).map(control => {
        const value = control.querySelector("input:not([type=hidden])")?.value || control.querySelector("div.mud-input-slot, .mud-select-input")?.innerText || "";
        const label = control.querySelector("label")?.innerText ?? "";
        return value.trim() ? label ? `${label}：${value.trim()}` : value : "";
    });
    const choices = () => [...document.querySelectorAll("main .link-tabs [aria-current], main .choices [aria-current], main .filter-chips button:not(.all)")].filter(shown).map(one => one.innerText.replace(/ ×$/, ""));
    const wide = (element, how) => {
        const before = element.style.width;
        element.style.width = how;
        const width = element.offsetWidth;
        element.style.width = before;
        return width;
    };
    const set = () => {
        const head = document.querySelector(".print-head");
        if (!head)
            return;
        head.querySelector(".print-filters").textContent = unique([...choices(), ...inputs()]).join("；");
        head.querySelector(".print-time").textContent = new Date().toLocaleString("sv-SE", { timeZone: head.dataset.zone, dateStyle: "short", timeStyle: "short" });
        const tables = [...document.querySelectorAll("main table")].filter(shown);
        const isAcross = tables.some(table => wide(table, "max-content") > upright);
        // Cells that cannot be narrower than they are would be cut: the sheet is made smaller instead.
        const zoom = Math.min(1, ...tables.map(table => (isAcross ? across : upright) / Math.max(1, wide(table, "min-content"))));
        const paper = document.getElementById("paper") ?? document.head.appendChild(Object.assign(document.createElement("style"), { id: "paper" }));
        paper.textContent = `@page { size: A4 ${isAcross ? "landscape" : "portrait"}; margin: 10mm; } @media print { main.page { zoom: ${zoom.toFixed(3)}; } }`;
    };
    addEventListener("beforeprint", set);
})();
