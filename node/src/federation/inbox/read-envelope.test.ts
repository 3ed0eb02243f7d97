import { expect, it } from 'vitest';
import { inboxLimits } from './limits.ts';
import { readEnvelope } from './read-envelope.ts';

const whole = {
  id: 'https://a.example/1',
  type: 'Like',
  actor: 'https://a.example/ann',
  object: 'https://b.example/2',
};
const read = (json: unknown): unknown => {
  const reading = readEnvelope(json);
  return reading.ok ? reading.envelope : reading.because;
};

it.each([
  [whole, { id: whole.id, type: 'Like', actor: whole.actor, origin: 'https://a.example', object: whole.object }],
  [{ ...whole, actor: { id: whole.actor, type: 'Person' } }, { actor: whole.actor }],
  [{ ...whole, actor: [whole.actor] }, { actor: whole.actor }],
  [
    { ...whole, object: { id: whole.object, type: 'Note' } },
    { object: whole.object, objectType: 'Note' },
  ],
  [{ ...whole, id: undefined }, { id: undefined }],
])('%j says who says what', (json, expected) => {
  expect(read(json)).toMatchObject(expected);
});

it.each([
  [undefined],
  ['text'],
  [[whole, whole]],
  [{ ...whole, type: ['Like', 'Create'] }],
  [{ ...whole, type: undefined }],
  [{ ...whole, actor: undefined }],
  [{ ...whole, actor: [whole.actor, 'https://b.example/bob'] }],
  [{ ...whole, actor: 'mailto:ann@a.example' }],
  [{ ...whole, actor: 'https://user:pass@a.example/ann' }],
  [{ ...whole, id: 1 }],
  [{ ...whole, '@id': 'https://b.example/1' }],
  [{ ...whole, '@type': 'Create' }],
  [{ ...whole, id: `https://a.example/${'x'.repeat(inboxLimits.addressCharactersMax)}` }],
])('%j is no activity', (json) => {
  expect(read(json)).toBe('malformed');
});

it.each([
  [{ ...whole, id: 'https://b.example/1' }],
  [{ ...whole, id: 'http://a.example/1' }],
  [{ ...whole, id: 'urn:1' }],
])('%j can not be of its actor', (json) => {
  expect(read(json)).toBe('forged');
});

it('has as many objects as the limit, those of its context apart', () => {
  const tag = Array.from({ length: inboxLimits.objectsMax - 1 }, () => ({ type: 'Mention' }));
  expect(read({ ...whole, '@context': { some: {}, other: { '@id': 'x' } }, tag })).toMatchObject({ id: whole.id });
  expect(read({ ...whole, tag: [tag, {}] })).toBe('malformed');
});
