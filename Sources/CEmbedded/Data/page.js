// What the buttons of a page do (Output/Page): sorting its tables, and showing what is hidden.
"use strict";

const say = (text) => { document.getElementById("status").textContent = text; };

const compare = (one, other, column, isNumber) => {
  const [left, right] = [one.cells[column], other.cells[column]];
  // What is missing comes last either way.
  const gone = (cell) => cell.className === "missing";
  if (gone(left) || gone(right)) return { last: gone(left) - gone(right), order: 0 };
  const [a, b] = [left.textContent, right.textContent];
  return { last: 0, order: isNumber ? parseFloat(a) - parseFloat(b) : a.localeCompare(b, "en") };
};

for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = head.querySelector("button");
    button.addEventListener("click", () => {
      const next = { ascending: "descending", descending: null }[head.getAttribute("aria-sort")];
      const order = next === undefined ? "ascending" : next;
      for (const other of heads) other.removeAttribute("aria-sort");
      const sorted = [...rows];
      if (order) {
        head.setAttribute("aria-sort", order);
        const sign = order === "ascending" ? 1 : -1;
        sorted.sort((one, other) => {
          const found = compare(one, other, column, head.className === "number");
          return found.last || sign * found.order;
        });
      }
      body.append(...sorted);
      say(order ? `sorted by ${button.textContent}, ${order}` : "in the order of the answer");
    });
  });
}

const hidden = [...document.querySelectorAll("details")];
const answers = document.getElementById("answers");
if (answers) {
  answers.hidden = false;
  answers.addEventListener("click", () => {
    const isShown = answers.getAttribute("aria-pressed") !== "true";
    answers.setAttribute("aria-pressed", String(isShown));
    answers.textContent = isShown ? "Hide all answers" : "Show all answers";
    for (const part of hidden) part.open = isShown;
  });
}

// A link into what is hidden shows it.
addEventListener("hashchange", () => {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const closed = place && place.closest("details:not([open])");
  if (closed) {
    closed.open = true;
    place.scrollIntoView();
  }
});
