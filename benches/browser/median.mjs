// The middle of several figures.

/** The median of each list of figures. */
export function medians(found) {
  return Object.fromEntries(Object.entries(found).map(([what, figures]) => [what, median(figures)]));
}

export function median(numbers) {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
