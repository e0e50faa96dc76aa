// The form in SurveyJS: https://surveyjs.io/form-library/documentation/get-started-html-css-javascript

import "survey-core/survey-core.fontless.min.css";

import { Model } from "survey-core";
import "survey-js-ui";

import { QUESTIONS, offer } from "./questions.js";

const TYPES = {
  yes_no: { type: "radiogroup", choices: [{ value: true, text: "是" }, { value: false, text: "否" }] },
  number: { type: "text", inputType: "number", min: 0 },
  money: { type: "text", inputType: "number", min: 0, step: 0.01 },
  day: { type: "text", inputType: "date" },
  text: { type: "text" },
};

function element({ name, kind, label, options }) {
  if (kind !== "choice") return { name, title: label, ...TYPES[kind] };
  const choices = options.map(({ id, label }) => ({ value: id, text: label }));
  return { name, title: label, type: "radiogroup", choices };
}

const survey = new Model({ elements: QUESTIONS.map(element) });
survey.onValueChanged.add(({ data }) => offer(data));
survey.onComplete.add(({ data }) => offer(data, true));

survey.render(document.getElementById("form"));
