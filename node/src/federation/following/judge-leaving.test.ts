import { nodeDescriptionExample } from '@openstraat/spec';
import { expect, it } from 'vitest';
import { followingLimits } from '../limits.ts';
import { judgeLeaving } from './judge-leaving.ts';

const { leavingMsMax } = followingLimits;
const sinceMs = 1_000;
const before = { leavingSinceMs: sinceMs, movedTo: 'https://before.example' };
const unsure = { how: 'unsure', words: '' } as const;
const { origin } = nodeDescriptionExample;

it('a peer that says that it has moved is believed when the new end says so too', () => {
  const verdict = { how: 'confirmed', description: nodeDescriptionExample } as const;
  expect(judgeLeaving({}, verdict, 5, leavingMsMax)).toEqual({ leavingSinceMs: 5, movedTo: origin });
  expect(judgeLeaving(before, verdict, 5_000, leavingMsMax)).toEqual({ leavingSinceMs: sinceMs, movedTo: origin });
  expect(judgeLeaving(before, { how: 'refused', words: '' }, 5_000, leavingMsMax)).toEqual({});
});

it('a peer whose new end cannot be asked is leaving as long as it may, and no longer', () => {
  expect(judgeLeaving({}, unsure, 5, leavingMsMax)).toEqual({ leavingSinceMs: 5, movedTo: undefined });
  expect(judgeLeaving(before, unsure, sinceMs + leavingMsMax - 1, leavingMsMax)).toEqual(before);
  expect(judgeLeaving(before, unsure, sinceMs + leavingMsMax, leavingMsMax)).toEqual({});
});
