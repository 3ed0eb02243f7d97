import { isCarriedAlong, searchParametersSchema } from '@openstraat/spec';
import { describe, expect, it } from 'vitest';
import { planRefusals } from './refused-questions.ts';

/** What the spec finds wrong with a question. */
const wrongBySpec = (pairs: readonly (readonly [string, string])[]): readonly string[] => {
  const known = pairs.filter(([name]) => Object.hasOwn(searchParametersSchema.shape, name));
  const strange = pairs.filter(([name]) => !known.some(([one]) => one === name) && !isCarriedAlong(name));
  const twice = known.filter(([name], at) => known.findIndex(([one]) => one === name) !== at);
  const issues = searchParametersSchema.safeParse(Object.fromEntries(known)).error?.issues ?? [];
  const names = [
    ...strange.map(([name]) => name),
    ...twice.map(([name]) => name),
    ...issues.map(({ path }) => String(path[0])),
  ];
  return [...new Set(names)].toSorted();
};

describe('questions that should be refused', () => {
  it.each(
    planRefusals().map(
      ({ pairs, wrong }) =>
        [
          new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value])).toString().slice(0, 80),
          pairs,
          wrong,
        ] as const,
    ),
  )('%s: exactly what the spec forbids is called wrong', (_question, pairs, wrong) => {
    expect(wrong.toSorted()).toEqual(wrongBySpec(pairs));
  });
});
