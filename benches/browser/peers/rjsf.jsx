// The form in React JSON Schema Form: https://rjsf-team.github.io/react-jsonschema-form/docs/

import Form from "@rjsf/core";
import validator from "@rjsf/validator-ajv8";
import { createRoot } from "react-dom/client";

import { QUESTIONS, offer } from "./questions.js";

const TYPES = {
  yes_no: { type: "boolean" },
  number: { type: "integer", minimum: 0 },
  money: { type: "number", minimum: 0 },
  day: { type: "string", format: "date" },
  text: { type: "string" },
};

function property({ kind, label, options }) {
  if (kind !== "choice") return { title: label, ...TYPES[kind] };
  return { title: label, type: "string", oneOf: options.map(({ id, label }) => ({ const: id, title: label })) };
}

const schema = {
  type: "object",
  properties: Object.fromEntries(QUESTIONS.map((question) => [question.name, property(question)])),
};
const radio = { "ui:widget": "radio" };
const yesNo = { ...radio, "ui:enumNames": ["是", "否"] };
const widgets = QUESTIONS.flatMap(({ name, kind }) =>
  kind === "yes_no" ? [[name, yesNo]] : kind === "choice" ? [[name, radio]] : [],
);
const uiSchema = Object.fromEntries(widgets);

createRoot(document.getElementById("form")).render(
  <Form
    schema={schema}
    uiSchema={uiSchema}
    validator={validator}
    onChange={({ formData }) => offer(formData)}
    onSubmit={({ formData }) => offer(formData, true)}
  />,
);
