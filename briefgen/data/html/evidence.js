// Shows and hides facts, and leads from a fact to its words and back. The page holds everything without it.
"use strict";
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const form = one("#filters"), facts = all("#facts > li"), segments = all(".f");
  const byId = new Map(facts.map((fact) => [fact.dataset.id, fact]));
  const idsOf = (segment) => segment.dataset.facts.split(" ");

  function filter() {
    const kinds = new Set(all("input[name=kind]:checked", form).map((box) => box.value));
    const language = one("#language").value, article = one("#article").value, words = one("#find").value.trim().toLowerCase();
    const onlyDoubt = one("#doubtful").checked;
    let shown = 0;
    for (const fact of facts) {
      const data = fact.dataset;
      const fits = kinds.has(data.kind) && (!language || data.language === language) && (!onlyDoubt || data.doubt !== "")
        && (!article || data.articles.split(" ").includes(article)) && (!words || fact.textContent.toLowerCase().includes(words));
      fact.hidden = !fits;
      shown += Number(fits);
    }
    for (const text of all("article")) text.hidden = Boolean((article && text.dataset.number !== article) || (language && text.lang !== language));
    for (const line of all("[data-fact]")) line.classList.toggle("off", byId.get(line.dataset.fact)?.hidden);
    one("#count").textContent = `${shown} / ${facts.length}`;
  }

  function mark(id, target) {
    for (const item of all(".hit")) item.classList.remove("hit");
    for (const item of all("[aria-current]")) item.removeAttribute("aria-current");
    const fact = byId.get(id);
    fact.classList.add("hit");
    fact.setAttribute("aria-current", "true");
    const words = segments.filter((segment) => idsOf(segment).includes(id));
    for (const segment of words) segment.classList.add("hit");
    const to = target === "text" ? words[0] : fact;
    if (!to) return;
    to.scrollIntoView({ block: "center" });
    (target === "text" ? to : one(".go", fact)).focus({ preventScroll: true });
  }

  // The fact under a click: the shortest of those that are shown; a second click on the same words goes on to the next.
  function next(segment) {
    const shown = idsOf(segment).filter((id) => !byId.get(id).hidden).reverse();
    const current = shown.findIndex((id) => byId.get(id).hasAttribute("aria-current"));
    return shown[(current + 1) % shown.length];
  }

  function reader(language) {
    document.documentElement.dataset.reader = language;
    document.documentElement.lang = language;
    for (const item of all("[data-label-ru]")) item.setAttribute("aria-label", item.getAttribute(`data-label-${language}`));
    for (const item of all("option[data-ru]")) item.textContent = item.getAttribute(`data-${language}`);
  }

  function open(segment) {
    const id = next(segment);
    if (id) mark(id, "list");
  }

  form.addEventListener("input", filter);
  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  one("#facts").addEventListener("click", (event) => {
    const button = event.target.closest(".go");
    if (button) mark(button.closest("li").dataset.id, "text");
  });
  one("#text").addEventListener("click", (event) => {
    const segment = event.target.closest(".f");
    if (segment) open(segment);
  });
  one("#text").addEventListener("keydown", (event) => {
    const segment = event.target.closest(".f");
    if (segment && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      open(segment);
    }
  });
  one("#facts").addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const buttons = all(".go").filter((button) => !button.closest("li").hidden);
    const to = buttons[buttons.indexOf(document.activeElement) + step];
    if (to) {
      event.preventDefault();
      to.focus();
    }
  });
  const other = one("#reader");
  if (other) other.addEventListener("click", () => reader(document.documentElement.dataset.reader === "ru" ? "en" : "ru"));
  if (other && !navigator.language.startsWith(document.documentElement.lang)) other.click();
  const head = () => document.documentElement.style.setProperty("--head", `${one("header").offsetHeight}px`);
  addEventListener("resize", head);
  head();
  filter();
})();
