// Questions that answer.  All text stands in the page, folded; this compares what the reader says with the values that
// the build has computed, and opens the reply to just that.  See book/_ext/questions.py.

(() => {
  function setExplorer(element) {
    const view = "set" in element.dataset && globalThis.nnKinds.explorerOf(element);
    if (!view) return;
    const traits = JSON.parse(element.dataset.set);
    // The flat parameters of a network travel as bytes.
    if (traits.parameters) traits.parameters = new DataView(Float64Array.from(traits.parameters).buffer);
    view.dispatchEvent(new CustomEvent("nn-set", { detail: traits }));
  }

  function create(element) {
    const { name, kind, ask, text: right } = element.dataset;
    const all = (selector) => [...element.querySelectorAll(selector)];
    const [form] = all("form"),
      [verdict] = all(".nn-verdict"),
      [show] = all(".nn-show");
    const replies = all(".nn-reply"),
      hints = all(".nn-hint"),
      predicts = ask === "predict";
    const how = globalThis.nnKinds[kind]?.({ element, field: form.querySelector("input") });
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
      const tries = answer.said.filter(
        (said) => !how.problem(said) && !how.judge(said, replies).right && !how.judge(said, replies).reply,
      );
      close();
      const sentence = (words) => words.replace(/[.!?]$/, "");
      const shown = kind === "reach" ? "" : `You said ${sentence(text)}. `;
      open(reply);
      if (predicts) {
        const truth = all(".nn-choice[data-true]")[0]?.textContent.trim() ?? right;
        verdict.textContent = `${shown}${isRight ? "And so it is." : `It is${kind === "choice" ? ":" : ""} ${sentence(truth)}.`}`;
        finish("said");
      } else if (isRight) {
        verdict.textContent = `✓ Right. ${shown}`;
        open(...all(".nn-right"));
        finish("right");
      } else {
        verdict.textContent = `✗ ${kind === "reach" ? "Not there yet." : `You said ${sentence(text)}: not quite.`}`;
        if (!reply) open(...hints.slice(0, tries.length));
        if (!reply && tries.length > hints.length) {
          verdict.textContent += " Here is the solution.";
          finish("shown");
        }
      }
      if (answer.done) finish(answer.done);
      element.dataset.state = isRight ? "right" : "wrong";
    }

    function hear(event) {
      event.preventDefault();
      const text = how.said(),
        problem = how.problem(text);
      if (problem) {
        verdict.textContent = problem;
        return;
      }
      answer = { said: [...answer.said, text], done: answer.done };
      respond(text);
      settle();
    }
    form.addEventListener("submit", hear);
    // A sandboxed frame without allow-forms submits nothing, but it clicks: at Enter, too.
    form.querySelector("[type=submit]")?.addEventListener("click", hear);
    show.addEventListener("click", () => {
      answer = { ...answer, said: [...answer.said] };
      verdict.textContent = "Here it is.";
      finish("shown");
      settle();
    });
    function settle() {
      if (element.classList.contains("nn-done")) setExplorer(element);
      globalThis.nnAnswers.put(name, answer);
      if (!document.activeElement?.checkVisibility() || document.activeElement.disabled)
        verdict.focus({ preventScroll: true });
    }

    // What was kept, or nothing.
    function restore() {
      close();
      form.reset();
      how?.clear?.();
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

  function aim() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return ""; // a % with nothing behind it
    }
  }

  // A link into something folded opens it.
  function unfold() {
    const target = document.getElementById(aim());
    const folded = target?.closest(
      ".nn-answer:not(.nn-open), .nn-reply:not(.nn-open), .nn-hint:not(.nn-open)",
    );
    if (!folded) return;
    folded.classList.add("nn-open");
    target.scrollIntoView();
  }

  document.querySelectorAll(".nn-question").forEach(create);
  addEventListener("hashchange", unfold);
  unfold();
})();
