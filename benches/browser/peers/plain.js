// The form in HTML alone, as a server would send it: what no library can be quicker than.

import { QUESTIONS, offer } from "./questions.js";

const form = document.querySelector("form");

function answers() {
  const data = new FormData(form);
  const entry = ({ name, kind }) => {
    const value = data.get(name);
    if (!value) return [];
    const read = { yes_no: () => value === "true", number: () => Number(value), money: () => Number(value) }[kind];
    return [[name, read ? read() : value]];
  };
  return Object.fromEntries(QUESTIONS.flatMap(entry));
}

form.addEventListener("input", () => offer(answers()));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  offer(answers(), true);
});
