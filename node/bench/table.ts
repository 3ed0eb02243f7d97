/** A figure of a benchmark, with what the project asks of it. */
export interface Figure {
  readonly what: string;
  readonly value: string;
  readonly target: string;
}

export const perSecond = (count: number, seconds: number): string =>
  `${Math.round(count / seconds).toLocaleString('en')}/s`;
export const megabytes = (value: number): string => `${Math.round(value)} MB`;
export const inSeconds = (value: number): string => `${value.toFixed(1)} s`;

/** The middle one; of an even number, the lower of the two. */
export const median = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;

/** Prints figures as a table in Markdown, to be put into the README. */
export const printTable = (title: string, figures: readonly Figure[]): void => {
  console.log(`\n### ${title}\n\n| what | measured | asked |\n| --- | --- | --- |`);
  for (const { what, value, target } of figures) console.log(`| ${what} | ${value} | ${target} |`);
};
