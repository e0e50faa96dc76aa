// The form in Form.io: https://help.form.io/developers/javascript-development/javascript-sdk

import "bootstrap/dist/css/bootstrap.min.css";
import "@formio/js/dist/formio.form.min.css";

import { Formio } from "@formio/js/form";

import { QUESTIONS, offer } from "./questions.js";

const TYPES = {
  yes_no: { type: "radio", values: [{ value: "true", label: "是" }, { value: "false", label: "否" }], dataType: "boolean" },
  number: { type: "number", validate: { min: 0, integer: true } },
  money: { type: "number", decimalLimit: 2, validate: { min: 0 } },
  day: { type: "day" },
  text: { type: "textfield" },
};

function component({ name, kind, label, options }) {
  if (kind !== "choice") return { key: name, label, input: true, ...TYPES[kind] };
  const values = options.map(({ id, label }) => ({ value: id, label }));
  return { key: name, label, input: true, type: "radio", values };
}

/** A day is kept as it is written in America. */
function answers(data) {
  const entry = ({ name, kind }) => {
    const [month, day, year] = kind === "day" ? String(data[name]).split("/") : [];
    return [name, year ? `${year}-${month}-${day}` : data[name]];
  };
  return Object.fromEntries(QUESTIONS.map(entry));
}

const submit = { type: "button", action: "submit", key: "submit", label: "Submit" };
const form = await Formio.createForm(document.getElementById("form"), { components: [...QUESTIONS.map(component), submit] });
form.nosubmit = true;
form.on("change", () => offer(answers(form.submission.data)));
form.on("submit", ({ data }) => offer(answers(data), true));
