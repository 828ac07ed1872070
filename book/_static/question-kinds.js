// The kinds of questions: a number or a few, a choice, a state to reach in an explorer, a mark on a picture.
//
// Each kind makes, for the element of a question, { said, put, problem, judge }: what the reader says, as text that can
// be kept, and that text put back; a problem with it, in words; whether it is right, and else which reply it gets.

globalThis.nnKinds = (() => {
  const SIGNS = {
    "<": (a, b) => a < b,
    ">": (a, b) => a > b,
    "<=": (a, b) => a <= b,
    ">=": (a, b) => a >= b,
    "==": (a, b) => Math.abs(a - b) < 1e-9,
  };

  // --- Numbers as people write them: 1.5 or 1,5, with any minus; 1/3; 1,482; (129, 2) or 129 × 2.
  function readNumber(text) {
    const plain = text.trim().replace(/[−–]/g, "-").replace(/\s*%$/, "");
    const [top, bottom, ...more] = plain.split("/").map((each) => each.trim().replace(",", "."));
    const number = (each) => (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(each) ? Number(each) : NaN);
    if (more.length) return NaN;
    return bottom === undefined ? number(top) : number(top) / number(bottom);
  }

  function readings(text, count) {
    const inner = text
      .trim()
      .replace(/^[([](.*)[)\]]$/, "$1")
      .replace(/,\s*$/, "");
    if (count === 1) {
      const whole = /^\s*[-−–+]?\d{1,3}(,\d{3})+\s*$/.test(text)
        ? [readNumber(text.replaceAll(",", ""))]
        : [];
      return [readNumber(inner), ...whole].filter(Number.isFinite).map((number) => [number]);
    }
    return [/\s*[;×x*]\s*|,\s+|\s+/i, /[,;]\s*/]
      .map((between) => inner.split(between).map(readNumber))
      .filter((numbers) => numbers.length > 1 && numbers.every(Number.isFinite));
  }

  const parse = (data) => ({ values: JSON.parse(data.values), within: JSON.parse(data.within) });
  // 1e-12 is for sums such as 0.1 + 0.2, which differ from what was typed by less.
  const near = (numbers, { values, within }) =>
    numbers.length === values.length &&
    values.every((value, i) => Math.abs(numbers[i] - value) <= within[i] + 1e-12);

  // --- Kinds: what was said, as text that can be kept, or a problem in words; then which reply it gets.
  const kinds = {
    number: ({ element, field }) => {
      const wanted = parse(element.dataset),
        count = wanted.values.length;
      return {
        said: () => field.value.trim(),
        put: (text) => (field.value = text),
        problem(text) {
          if (!text) return count > 1 ? "Write your answer first." : "Write a number first.";
          if (readings(text, count).length) return "";
          return count > 1
            ? `“${text}” cannot be read as ${count} numbers. Write them like (3, 2).`
            : `“${text}” cannot be read as a number. Write it like −1.5 or 0,25.`;
        },
        judge(text, replies) {
          const all = readings(text, count);
          if (all.some((numbers) => near(numbers, wanted))) return { right: true };
          return {
            reply: replies.find((reply) => all.some((numbers) => near(numbers, parse(reply.dataset)))),
          };
        },
      };
    },
    choice: ({ element }) => {
      const choices = [...element.querySelectorAll(".nn-choice")];
      const words = (choice) => choice.textContent.trim();
      return {
        said: () => choices.filter((choice) => choice.querySelector("input").checked).map(words)[0] ?? "",
        put: (text) =>
          choices.forEach((choice) => (choice.querySelector("input").checked = words(choice) === text)),
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
      const holds = (goal, seen) =>
        JSON.parse(goal).every(([name, sign, number]) => SIGNS[sign](Number(seen[name] ?? NaN), number));
      return {
        said() {
          const outputs = explorerOf(element)?.querySelectorAll("output[data-name]") ?? [];
          return JSON.stringify(
            Object.fromEntries(Array.from(outputs, ({ dataset }) => [dataset.name, Number(dataset.value)])),
          );
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
    mark: ({ element }) => {
      const picture = element.querySelector(".nn-plane-to-mark"),
        [mine, there] = picture.querySelectorAll(".nn-mine, .nn-there");
      const sliders = [...element.querySelectorAll("input[type=range]")],
        where = element.querySelector(".nn-where");
      const [x0, x1, y0, y1] = JSON.parse(picture.dataset.plane),
        [left, right, bottom, top] = JSON.parse(picture.dataset.box);
      const wanted = parse(element.dataset);
      const written = (number) => String(Number(number.toPrecision(3))).replace("-", "−");
      const inWords = (numbers) =>
        numbers.length > 1 ? `(${numbers.map(written).join(", ")})` : written(numbers[0]);
      const read = (text) => text.replace(/[()]/g, "").replaceAll("−", "-").split(",").map(Number);
      const sound = (text) =>
        text !== "" && read(text).length === wanted.values.length && read(text).every(Number.isFinite);
      let said = "";
      there.after(mine); // the reader's own stands in front

      function place(numbers) {
        const x = left + ((numbers[0] - x0) / (x1 - x0)) * (right - left);
        const y = numbers.length > 1 ? bottom - ((numbers[1] - y0) / (y1 - y0)) * (bottom - top) : 0;
        mine.setAttribute("transform", `translate(${x} ${y})`);
        mine.classList.add("nn-placed");
        said = inWords(numbers);
        where.textContent = `your mark: ${said}`;
      }
      sliders.forEach((slider) =>
        slider.addEventListener("input", () => place(sliders.map((each) => Number(each.value)))),
      );
      picture.addEventListener("pointerdown", (event) => {
        if (sliders[0].disabled) return;
        const box = picture.getBoundingClientRect(),
          scale = picture.viewBox.baseVal.width / box.width;
        const share = [
          ((event.clientX - box.left) * scale - left) / (right - left),
          (bottom - (event.clientY - box.top) * scale) / (bottom - top),
        ];
        sliders.forEach((slider, i) => {
          const low = Number(slider.min),
            high = Number(slider.max);
          slider.value = low + Math.min(Math.max(share[i], 0), 1) * (high - low);
        });
        place(sliders.map((each) => Number(each.value)));
      });
      return {
        said: () => said,
        put(text) {
          read(text).forEach((number, i) => (sliders[i].value = number));
          place(read(text));
        },
        clear() {
          said = "";
          mine.classList.remove("nn-placed");
          where.textContent = "no mark yet";
        },
        problem: (text) => (sound(text) ? "" : "Put a mark on the picture first."),
        judge: (text, replies) => ({
          right: near(read(text), wanted),
          reply: replies.find(({ dataset }) => near(read(text), parse(dataset))),
        }),
      };
    },
  };

  const explorerOf = ({ dataset }) => document.querySelector(`#${CSS.escape(dataset.explorer)} .nn-view`);

  return { ...kinds, explorerOf };
})();
