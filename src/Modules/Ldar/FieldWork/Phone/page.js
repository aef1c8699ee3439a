// Makes the elements of the page; texts are texts, never markup.
export const h = (tag, props = {}, ...inside) => {
    const element = Object.assign(document.createElement(tag), Object.fromEntries(Object.entries(props).filter(([name]) => !name.includes("-") && name !== "role" && name !== "for")));
    for (const [name, value] of Object.entries(props)) {
        if ((name.includes("-") || name === "role" || name === "for") && value !== null)
            element.setAttribute(name, value);
    }
    element.append(...inside.flat(Infinity).filter(one => one !== null && one !== undefined && one !== false));
    return element;
};

export const show = (...inside) => document.getElementById("main").replaceChildren(...inside.flat(Infinity).filter(one => one));

export const button = (text, onclick, props = {}) => h("button", { type: "button", onclick, ...props }, text);

export const field = (label, input, help) => h("label", { className: "field" }, h("span", {}, label), input, help ? h("small", { className: "muted" }, help) : null);

let hiding = 0;
export const say = (text, isBad = false) => {
    const place = document.getElementById("say");
    place.textContent = text;
    place.className = isBad ? "say bad" : "say";
    place.hidden = false;
    clearTimeout(hiding);
    hiding = setTimeout(() => place.hidden = true, isBad ? 12_000 : 4_000);
};
