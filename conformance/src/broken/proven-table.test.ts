import { expect, it } from 'vitest';
import { allChecks } from '../checks/index.ts';
import type { Spoiler } from './spoiler.ts';
import { spoilers } from './spoilers/index.ts';

const requirementOf = (check: string): string => allChecks.find(({ name }) => name === check)?.requirement ?? check;
const requirementsOf = ({ fails }: Spoiler): readonly string[] => [...new Set(fails.map(requirementOf))];

/** Requirements that nobody can break without another one, and why. */
const implied: Readonly<Record<string, string>> = {
  'ID-004': 'only an id within the data makes it speak of something else, and VOC-004 forbids that too',
  'ID-010': 'of two products with one GTIN one at least does not have it as its key (ID-005)',
};

const provenTogether = (): readonly string[] => {
  const several = spoilers.filter((spoiler) => requirementsOf(spoiler).length > 1);
  const alone = new Set(spoilers.filter((spoiler) => !several.includes(spoiler)).flatMap(requirementsOf));
  return [...new Set(several.flatMap(requirementsOf))].filter((id) => !alone.has(id)).toSorted();
};

/** The table of PROVEN.md: every check, and the broken publishers on which it fails. */
const provenTable = (): string => {
  const several = spoilers.filter((spoiler) => requirementsOf(spoiler).length > 1);
  const rows = allChecks.map(({ name, requirement, title }) => {
    const proofs = spoilers.filter(({ fails }) => fails.includes(name)).map((spoiler) => spoiler.name);
    return `| ${requirement} | \`${name}\` | ${title} | ${proofs.map((proof) => `\`${proof}\``).join(', ')} |`;
  });
  return [
    '# Proven checks',
    '',
    'Every check fails on a publisher that is broken in its point, and no check of the class that is tested fails besides those that the table names; all pass on the same publisher when it is whole. `src/broken/spoilers.test.ts` runs this table, and `as-searchable.test.ts` all of it as *searchable*, where some faults are seen from a second side;',
    'it is made from the lists of checks and spoilers (`npx vitest run --project unit conformance/src/broken -u`).',
    'A check without a broken publisher is one of what nobody can see from outside: it never passes.',
    '',
    'Some points break more than one requirement, whoever breaks them:',
    '',
    ...several.map((spoiler) => `- \`${spoiler.name}\`: ${requirementsOf(spoiler).join(', ')}`),
    '',
    'No publisher can fail these alone:',
    '',
    ...Object.entries(implied).map(([id, why]) => `- ${id}: ${why}.`),
    '',
    'No check fails on these either:',
    '',
    '- the node of this repository, as *publisher*, *publisher-live*, *searchable* and *federated*: `node/test/conformance.test.ts`, with the example town, and with a feed that changes while it is tested;',
    '- the static publisher in `examples/static-publisher`, as *publisher*: its `build.test.ts`.',
    '',
    '| requirement | check | holds when it passes | broken publishers on which it fails |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
};

it('every requirement is proven alone, unless nobody can break it alone', () => {
  expect(provenTogether()).toEqual(Object.keys(implied));
});

it('PROVEN.md has every check and its proofs', async () => {
  await expect(provenTable()).toMatchFileSnapshot('../../PROVEN.md');
});
