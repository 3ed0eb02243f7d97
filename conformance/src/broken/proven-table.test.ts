import { expect, it } from 'vitest';
import { allChecks } from '../checks/index.ts';
import { spoilers } from './spoilers/index.ts';

/** The table of PROVEN.md: every check, and the broken publishers on which it fails. */
const provenTable = (): string => {
  const rows = allChecks.map(({ name, requirement, title }) => {
    const proofs = spoilers.filter(({ fails }) => fails.includes(name)).map((spoiler) => spoiler.name);
    return `| ${requirement} | \`${name}\` | ${title} | ${proofs.map((proof) => `\`${proof}\``).join(', ')} |`;
  });
  return [
    '# Proven checks',
    '',
    'Every check fails on a publisher that is broken in exactly its point, and no other check does; all pass on the same publisher when it is whole. `src/broken/spoilers.test.ts` runs this table;',
    'it is made from the lists of checks and spoilers (`npx vitest run --project unit conformance/src/broken -u`).',
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
