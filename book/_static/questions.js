// Questions that answer.  All text stands in the page, folded; this compares what the reader says with the values that
// the build has computed, and opens the reply to just that.  See book/_ext/questions.py.

(() => {
  const SIGNS = { "<": (a, b) => a < b, ">": (a, b) => a > b, "<=": (a, b) => a <= b, ">=": (a, b) => a >= b,
    "==": (a, b) => Math.abs(a - b) < 1e-9 };

  // --- Numbers as people write them: 1.5 or 1,5, with any minus; 1/3; 1,482; (129, 2) or 129 × 2.
  function readNumber(text) {
    const plain = text.trim().replace(/[−–]/g, "-").replace(/^(-?\d{1,3})((,\d{3})+)$/, "$1$2");
    const [top, bottom, ...more] = plain.split("/").map((each) => each.trim().replace(",", "."));
    const number = (each) => (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(each) ? Number(each) : NaN);
    if (more.length) return NaN;
    return bottom === undefined ? number(top) : number(top) / number(bottom);
  }

  function readings(text, count) {
    if (count === 1) {
      const whole = /^\s*[-−–+]?\d{1,3}(,\d{3})+\s*$/.test(text) ? [readNumber(text.replaceAll(",", ""))] : [];
      return [readNumber(text), ...whole].filter(Number.isFinite).map((number) => [number]);
    }
    const inner = text.trim().replace(/^[([](.*)[)\]]$/, "$1").replace(/,\s*$/, "");
    return [/\s*[;×x*]\s*|,\s+|\s+/i, /[,;]\s*/].map((between) => inner.split(between).map(readNumber))
      .filter((numbers) => numbers.length > 1 && numbers.every(Number.isFinite));
  }

  const parse = (data) => ({ values: JSON.parse(data.values), within: JSON.parse(data.within) });
  const near = (numbers, { values, within }) =>
    numbers.length === values.length && values.every((value, i) => Math.abs(numbers[i] - value) <= within[i] + 1e-12);

  // --- Kinds: what was said, as text that can be kept, or a problem in words; then which reply it gets.
  const kinds = {
    number: ({ element, field }) => {
      const wanted = parse(element.dataset), count = wanted.values.length;
      return {
        said: () => field.value.trim(),
        put: (text) => (field.value = text),
        problem(text) {
          if (!text) return count > 1 ? "Write your answer first." : "Write a number first.";
          if (readings(text, count).length) return "";
          return count > 1 ? `“${text}” cannot be read as ${count} numbers. Write them like (3, 2).`
            : `“${text}” cannot be read as a number. Write it like −1.5 or 0,25.`;
        },
        judge(text, replies) {
          const all = readings(text, count);
          if (all.some((numbers) => near(numbers, wanted))) return { right: true };
          return { reply: replies.find((reply) => all.some((numbers) => near(numbers, parse(reply.dataset)))) };
        },
      };
    },
    choice: ({ element }) => {
      const choices = [...element.querySelectorAll(".nn-choice")];
      const words = (choice) => choice.textContent.trim();
      return {
        said: () => choices.filter((choice) => choice.querySelector("input").checked).map(words)[0] ?? "",
        put: (text) => choices.forEach((choice) => (choice.querySelector("input").checked = words(choice) === text)),
        problem: (text) => (choices.some((choice) => words(choice) === text) ? "" : "Choose one first."),
        judge(text, replies) {
          const choice = choices.find((each) => words(each) === text);
          return {
            right: "true" in choice.dataset,
            reply: replies.find((reply) => reply.dataset.choice === choice.dataset.choice),
          };
        },
      };
    },
    reach: ({ element }) => {
      const holds = (goal, seen) => JSON.parse(goal).every(([name, sign, number]) => SIGNS[sign](Number(seen[name] ?? NaN), number));
      return {
        said() {
          const outputs = explorerOf(element)?.querySelectorAll("output[data-name]") ?? [];
          return JSON.stringify(Object.fromEntries(Array.from(outputs, ({ dataset }) => [dataset.name, Number(dataset.value)])));
        },
        put() {},
        problem: (text) => (text === "{}" ? "The explorer is not there yet." : ""),
        judge(text, replies) {
          const seen = JSON.parse(text);
          return {
            right: holds(element.dataset.goal, seen),
            reply: replies.find((reply) => holds(reply.dataset.goal, seen)),
          };
        },
      };
    },
  };
  globalThis.nnKinds = kinds; // mark.js adds one

  const explorerOf = ({ dataset }) => document.querySelector(`#${CSS.escape(dataset.explorer)} .nn-view`);

  function setExplorer(element) {
    const view = "set" in element.dataset && explorerOf(element);
    if (!view) return;
    const traits = JSON.parse(element.dataset.set);
    // The flat parameters of a network travel as bytes.
    if (traits.parameters) traits.parameters = new DataView(Float64Array.from(traits.parameters).buffer);
    view.dispatchEvent(new CustomEvent("nn-set", { detail: traits }));
  }

  function create(element) {
    const { name, kind, ask, text: right } = element.dataset;
    const all = (selector) => [...element.querySelectorAll(selector)];
    const [form] = all("form"), [verdict] = all(".nn-verdict"), [show] = all(".nn-show");
    const replies = all(".nn-reply"), hints = all(".nn-hint"), predicts = ask === "predict";
    const how = kinds[kind]?.({ element, field: form.querySelector("input") });
    let answer;
    verdict.tabIndex = -1; // takes the focus where the button that was pressed goes

    const open = (...parts) => parts.forEach((part) => part?.classList.add("nn-open"));
    function close() {
      element.querySelectorAll(".nn-open").forEach((part) => part.classList.remove("nn-open"));
      element.classList.remove("nn-done");
      for (const input of form.querySelectorAll("input")) input.disabled = false;
      verdict.textContent = "";
    }
    function finish(done) {
      answer.done ||= done;
      element.classList.add("nn-done");
      for (const input of predicts ? form.querySelectorAll("input") : []) input.disabled = true;
      open(...all(".nn-answer"));
    }

    // What follows from one thing said, after those said before.
    function respond(text) {
      const { right: isRight, reply } = how.judge(text, replies);
      const tries = answer.said.filter((said) => !how.problem(said) && !how.judge(said, replies).right && !how.judge(said, replies).reply);
      close();
      const shown = kind === "reach" ? "" : `You said ${text}. `;
      open(reply);
      if (predicts) {
        const truth = all(".nn-choice[data-true]")[0]?.textContent.trim() ?? right;
        verdict.textContent = `${shown}${isRight ? "And so it is." : `It is${kind === "choice" ? ":" : ""} ${truth}.`}`;
        finish("said");
      } else if (isRight) {
        verdict.textContent = `✓ Right. ${shown}`;
        open(...all(".nn-right"));
        finish("right");
      } else {
        verdict.textContent = `✗ ${kind === "reach" ? "Not there yet." : `You said ${text}: not quite.`}`;
        if (!reply) open(...hints.slice(0, tries.length));
        if (!reply && tries.length > hints.length) {
          verdict.textContent += " Here is the solution.";
          finish("shown");
        }
      }
      if (answer.done) finish(answer.done);
      element.dataset.state = isRight ? "right" : "wrong";
    }

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const text = how.said(), problem = how.problem(text);
      if (problem) {
        verdict.textContent = problem;
        return;
      }
      answer = { said: [...answer.said, text], done: answer.done };
      respond(text);
      settle();
    });
    show.addEventListener("click", () => {
      answer = { ...answer, said: [...answer.said] };
      verdict.textContent = "Here it is.";
      finish("shown");
      settle();
    });
    function settle() {
      if (element.classList.contains("nn-done")) setExplorer(element);
      globalThis.nnAnswers.put(name, answer);
      if (!document.activeElement?.checkVisibility() || document.activeElement.disabled) verdict.focus({ preventScroll: true });
    }

    // What was kept, or nothing.
    function restore() {
      close();
      form.reset();
      delete element.dataset.state;
      answer = globalThis.nnAnswers.of(name);
      answer = { said: how ? answer.said.filter((text) => sound(text)) : [], done: answer.done };
      const last = answer.said.at(-1);
      if (last !== undefined) {
        how.put(last);
        respond(last);
      }
      if (answer.done) finish(answer.done);
    }
    // A file of another edition of the book may say what this question cannot hear.
    function sound(text) {
      try {
        return !how.problem(text);
      } catch {
        return false;
      }
    }
    restore();
    globalThis.nnAnswers.onChange(restore);
  }

  // A link into something folded opens it.
  function unfold() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const folded = target && target.closest(".nn-answer:not(.nn-open), .nn-reply:not(.nn-open), .nn-hint:not(.nn-open)");
    if (!folded) return;
    folded.classList.add("nn-open");
    target.scrollIntoView();
  }

  document.querySelectorAll(".nn-question").forEach(create);
  addEventListener("hashchange", unfold);
  unfold();
})();
