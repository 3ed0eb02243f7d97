import { expect, it } from 'vitest';
import { allChecks } from '../checks/index.ts';
import type { Spoiler } from './spoiler.ts';
import { spoilers } from './spoilers/index.ts';

const requirementOf = (check: string): string => allChecks.find(({ name }) => name === check)?.requirement ?? check;
const requirementsOf = ({ fails }: Spoiler): readonly string[] => [...new Set(fails.map(requirementOf))];

/** The table of PROVEN.md: every check, and the broken publishers on which it fails. */
const provenTable = (): string => {
  const several = spoilers.filter((spoiler) => requirementsOf(spoiler).length > 1);
  const provenAlone = new Set(spoilers.filter((spoiler) => !several.includes(spoiler)).flatMap(requirementsOf));
  const provenTogether = [...new Set(several.flatMap(requirementsOf))].filter((id) => !provenAlone.has(id));
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
    `No broken publisher fails these alone: ${provenTogether.toSorted().join(', ')}.`,
    '',
    'No check fails on these either:',
    '',
    '- the node of this repository, as *publisher*, *publisher-live* and *searchable*: `node/test/conformance.test.ts`, with the example town, and with a feed that changes while it is tested;',
    '- the static publisher in `examples/static-publisher`, as *publisher*: its `build.test.ts`.',
    '',
    '| requirement | check | holds when it passes | broken publishers on which it fails |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
};

it('PROVEN.md has every check and its proofs', async () => {
  await expect(provenTable()).toMatchFileSnapshot('../../PROVEN.md');
});
