import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { proposals } from './activity-meanings.ts';
import { federationDocument } from './federation-document.ts';
import { collectFederationFacts } from './federation-facts.ts';

const repository = join(import.meta.dirname, '../../..');
const facts = await collectFederationFacts();

describe('FEDERATION.md (FEP-67ff)', () => {
  it('is what the code does', () => {
    expect(readFileSync(join(repository, 'FEDERATION.md'), 'utf8')).toBe(federationDocument(facts));
  });

  it('stops where the code hears or sends what it does not explain, or explains what the code does not do', () => {
    const more = [...facts.registrations, { call: 'on', names: ['Flag'] }];
    expect(() => federationDocument({ ...facts, registrations: more })).toThrow(/not explained: Flag/);
    const less = facts.registrations.filter(({ names }) => !names.includes('Like'));
    expect(() => federationDocument({ ...facts, registrations: less })).toThrow(/not heard: Like/);
    expect(() => federationDocument({ ...facts, sent: [...facts.sent, 'Block'] })).toThrow(/not explained: Block/);
    expect(() => federationDocument({ ...facts, sent: facts.sent.slice(1) })).toThrow(/not sent: Accept/);
  });

  it.each(proposals)('claims $code with a test that is there', ({ test, named }) => {
    expect(readFileSync(join(repository, test), 'utf8')).toContain(named);
  });
});
