// Choices that a person makes once and the browser remembers.
export const recall = key => localStorage.getItem("ecopark." + key);
export const remember = (key, value) => localStorage.setItem("ecopark." + key, value);
export const isWide = () => window.innerWidth >= 960;
export const copy = text => navigator.clipboard.writeText(text);
