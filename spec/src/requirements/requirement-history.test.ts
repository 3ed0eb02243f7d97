import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allRequirements } from './index.ts';
import type { Requirement } from './requirement.ts';
import { requirementHash } from './requirement-hash.ts';
import {
  type RequirementHistory,
  requirementHistoryFaults,
  requirementHistorySchema,
  withNewRequirements,
} from './requirement-history.ts';

const requirement = (id: Requirement['id'], text = 'It MUST be so.'): Requirement => ({
  id,
  class: 'publisher',
  level: 'MUST',
  title: 'So',
  text,
  file: 'feed.md',
});
const [first, second] = [requirement('A-001'), requirement('A-002', 'It MUST be otherwise.')];
const empty: RequirementHistory = { comment: '', requirements: {}, retired: {} };
const history = withNewRequirements([first, second], empty, '0.1.0');
const codes = (requirements: readonly Requirement[], of: RequirementHistory): readonly string[] =>
  requirementHistoryFaults(requirements, of).map(({ id, code }) => `${id} ${code}`);

describe('the history of requirements', () => {
  it('says of every id what it means', () => {
    const committed = requirementHistorySchema.parse(
      JSON.parse(readFileSync(new URL('../../requirement-history.json', import.meta.url), 'utf8')),
    );
    expect(requirementHistoryFaults(allRequirements, committed)).toEqual([]);
  });

  it('has nothing against what it holds', () => {
    expect(codes([first, second], history)).toEqual([]);
  });

  it.each([
    ['a new one', [first, second, requirement('A-003')], history, ['A-003 new']],
    ['another text', [requirement('A-001', 'It MUST NOT be so.'), second], history, ['A-001 changed']],
    ['another level', [{ ...first, level: 'SHOULD' as const }, second], history, ['A-001 changed']],
    ['another class', [{ ...first, class: 'consumer' as const }, second], history, ['A-001 changed']],
    ['one that vanished', [first], history, ['A-002 vanished']],
    [
      'one that was retired',
      [first],
      { ...history, retired: { 'A-002': { since: '0.2.0', why: 'Nobody could.', replacedBy: ['A-001'] } } },
      [],
    ],
    [
      'one that comes back',
      [first, second],
      { ...history, retired: { 'A-002': { since: '0.2.0', why: 'Nobody could.', replacedBy: [] } } },
      ['A-002 returned'],
    ],
    [
      'an unknown one in its place',
      [first],
      { ...history, retired: { 'A-002': { since: '0.2.0', why: 'Nobody could.', replacedBy: ['A-009'] } } },
      ['A-002 replacement-unknown'],
    ],
  ])('judges %s', (_words, requirements, of, faults) => {
    expect(codes(requirements, of)).toEqual(faults);
  });

  it('takes another wording when it says why', () => {
    const reworded = requirement('A-001', 'So it MUST be.');
    const entry = { since: '0.2.0', sha256: requirementHash(reworded) };
    const entries = history.requirements['A-001'] ?? [];
    const after = (last: object): RequirementHistory =>
      requirementHistorySchema.parse({
        ...history,
        requirements: { ...history.requirements, 'A-001': [...entries, last] },
      });
    expect(codes([reworded, second], after(entry))).toEqual(['A-001 unexplained']);
    expect(codes([reworded, second], after({ ...entry, why: 'Shorter.' }))).toEqual([]);
  });

  it('never changes what it says of a known id', () => {
    expect(withNewRequirements([requirement('A-001', 'It MUST NOT be so.')], history, '0.2.0')).toEqual(history);
  });

  it('does not count the title: only what a requirement asks is its meaning', () => {
    expect(codes([{ ...first, title: 'Thus' }, second], history)).toEqual([]);
  });
});
