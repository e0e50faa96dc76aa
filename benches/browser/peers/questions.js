// What every form asks, and where it puts what was answered.

import QUESTIONS from "../questions.json";

export { QUESTIONS };

/** The answers as they stand, and once they are handed in: how often they came, and the last of them. */
export function offer(data, isComplete = false) {
  window.offers = (window.offers ?? 0) + 1;
  if (isComplete) window.complete = data;
}
