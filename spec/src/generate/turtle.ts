import { prefixes } from '../models/prefixes.ts';

/** A string as Turtle writes it. */
export const turtleText = (value: string): string => JSON.stringify(value);

/** `@prefix` lines for what a file uses. */
export const turtlePrefixes = (more: Readonly<Record<string, string>>): string =>
  Object.entries({ ...prefixes, ...more })
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .\n`)
    .join('');

/** A subject with one statement a line; `undefined` ones are left out. */
export const turtleBlock = (subject: string, statements: readonly (string | undefined)[]): string =>
  `${subject}\n${statements
    .filter((statement) => statement !== undefined)
    .map((statement) => `    ${statement}`)
    .join(' ;\n')} .\n`;
