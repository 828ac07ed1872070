// What a reader has answered: kept in this browser, under a key that names the book, and shown in the contents at the
// side.  `nnAnswers` is for questions.js.  Nothing leaves the browser but the file that the reader asks for.
//
// In storage and in that file: { book, version, answers: { page: { question: { said: ["1.5"], done: "right" } } } }

globalThis.nnAnswers = (() => {
  const { key, title, pages } = globalThis.nnBook;
  const DONE = ["", "right", "said", "shown"];
  const listeners = [];
  let kept = !localStorage.refused; // a stand-in of the page's, see layout.html
  let answers = read();

  function read() {
    try {
      return valid(JSON.parse(localStorage.getItem(key) ?? "null")) ?? {};
    } catch (problem) {
      kept = problem instanceof SyntaxError; // what is there is broken: begin anew; else nothing can be kept
      return {};
    }
  }

  function write() {
    try {
      localStorage.setItem(key, text());
      kept = !localStorage.refused;
    } catch {
      kept = false;
    }
    showProgress();
  }

  const text = () => JSON.stringify({ book: title, version: 1, answers }, null, 1);

  // The answers in such an object; undefined where it is not one of this book.
  function valid(file) {
    const object = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
    if (!object(file) || file.book !== title || file.version !== 1 || !object(file.answers)) return undefined;
    const sound = ({ said, done }) =>
      Array.isArray(said) && said.every((one) => typeof one === "string") && DONE.includes(done);
    const whole = Object.values(file.answers).every(
      (page) => object(page) && Object.values(page).every((one) => object(one) && sound(one)),
    );
    return whole ? file.answers : undefined;
  }

  // --- The contents at the side: how many of a page's questions are answered, and what can be done with them.
  const badges = [...document.querySelectorAll("nav.bd-docs-nav a.internal")].map((link) => ({
    link,
    page: pageOf(link),
  }));

  function pageOf(link) {
    const path = new URL(link.href, location.href).pathname;
    return link.getAttribute("href") === "#"
      ? globalThis.nnBook.page
      : Object.keys(pages).find((page) => path.endsWith(`/${page}.html`));
  }

  function showProgress() {
    for (const { link, page } of badges) {
      if (!pages[page]) continue;
      const done = pages[page].filter((name) => answers[page]?.[name]?.done).length;
      let badge = link.querySelector(".nn-answered");
      if (!badge) {
        badge = document.createElement("span");
        badge.className = "nn-answered";
        link.append(badge);
      }
      badge.textContent = ` ${done}/${pages[page].length}`;
      badge.setAttribute("aria-label", `, ${done} of ${pages[page].length} questions answered`);
      badge.setAttribute("role", "img");
      badge.classList.toggle("nn-all", done === pages[page].length);
    }
    note.textContent = kept ? KEPT : REFUSED;
  }

  const KEPT =
    "What you answer is kept in this browser only, under the name of this book. Nothing is counted or sent.";
  const REFUSED =
    "This browser keeps nothing for this page: what you answer is gone when you leave it. All else works.";
  const note = document.createElement("p");
  const news = document.createElement("p");
  news.setAttribute("role", "status");
  const file = Object.assign(document.createElement("input"), {
    type: "file",
    accept: ".json,application/json",
    hidden: true,
  });
  const panel = document.createElement("details");
  panel.className = "nn-answers";
  const summary = document.createElement("summary");
  summary.textContent = "Your answers";
  panel.append(
    summary,
    note,
    button("Save as a file", save),
    button("Take from a file", () => file.click()),
    button("Forget all", forget),
    file,
    news,
  );
  document.querySelector("nav.bd-docs-nav")?.append(panel);
  file.addEventListener("change", async () => {
    if (file.files.length) take(await file.files[0].text());
    file.value = "";
  });

  function button(label, action) {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: label });
    made.addEventListener("click", action);
    return made;
  }

  function save() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text()], { type: "application/json" }));
    link.download = `${title.toLowerCase().replaceAll(/\W+/g, "-")}-answers.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    news.textContent = "Saved.";
  }

  function take(written) {
    let taken;
    try {
      taken = valid(JSON.parse(written));
    } catch {
      news.textContent = "This file cannot be read. Nothing was changed.";
      return;
    }
    if (!taken) {
      news.textContent = `This is no file of answers to “${title}”. Nothing was changed.`;
      return;
    }
    for (const [page, ofPage] of Object.entries(taken)) answers[page] = { ...answers[page], ...ofPage };
    write();
    tell();
    news.textContent =
      "Taken: the answers of the file are here now, and those that it does not have are still here.";
  }

  function forget() {
    answers = {};
    write();
    try {
      localStorage.removeItem(key);
    } catch {
      /* nothing was kept */
    }
    tell();
    news.textContent = "Forgotten.";
  }

  const tell = () => listeners.forEach((listener) => listener());
  showProgress();

  return {
    of: (name) => answers[globalThis.nnBook.page]?.[name] ?? { said: [], done: "" },
    put(name, answer) {
      (answers[globalThis.nnBook.page] ??= {})[name] = answer;
      write();
    },
    onChange: (listener) => listeners.push(listener),
  };
})();
