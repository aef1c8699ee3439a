// The theme that the person has chosen on the platform, before anything is drawn.
document.documentElement.classList.toggle("dark", localStorage.getItem("ecopark.theme") === "dark");
