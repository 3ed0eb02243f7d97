import { describe, expect, it } from 'vitest';
import { feedPageFaults } from '../requirements/feed-page-faults.ts';
import { checkpointSchema, signCheckpoint } from './checkpoint.ts';
import { feedPageItemsMax, feedPageSchema, writeFeedItem, writeFeedPage } from './feed-page.ts';
import { canonicalJson } from './jcs.ts';
import { generateKeyPair } from './multikey.ts';

const origin = 'https://waterveen.example';
const item = (at: number): string => {
  const id = `/sources/s${at}`;
  return writeFeedItem(origin, {
    kind: 'Source',
    id,
    position: 1_772_600_400_000_000 + at,
    dataText:
      at % 3 === 0
        ? undefined
        : canonicalJson({ id: origin + id, type: 'Source', name: 'x', license: origin, attribution: 'x' }),
  });
};
const frame = {
  origin,
  license: 'https://creativecommons.org/licenses/by/4.0/',
  epoch: 'e1',
  self: `${origin}/feed`,
  next: `${origin}/feed?cursor=1`,
  withContext: true,
};

describe('writeFeedPage', () => {
  it('writes a full page without fault, and one entry more is one too many', () => {
    const items = Array.from({ length: feedPageItemsMax + 1 }, (_, at) => item(at));
    const moreAfter = 1_772_600_400_000_000 + feedPageItemsMax - 1;
    const full = JSON.parse(writeFeedPage({ ...frame, moreAfter }, items.slice(0, -1)));
    expect(feedPageFaults(full, origin, false)).toEqual([]);
    expect(feedPageSchema.safeParse(full).error).toBeUndefined();

    const over = JSON.parse(writeFeedPage({ ...frame, moreAfter: moreAfter + 1 }, items));
    expect(feedPageFaults(over, origin, false)).toEqual([{ requirement: 'FEED-004', path: 'items' }]);
    expect(feedPageSchema.safeParse(over).success).toBe(false);
  });

  it('writes the page at the head with its checkpoint', () => {
    const { secretKeyMultibase } = generateKeyPair();
    const checkpoint = signCheckpoint(
      checkpointSchema.parse({
        type: 'Checkpoint',
        feed: `${origin}/feed#stream`,
        epoch: 'e1',
        position: 1_772_600_400_000_001,
        live: 1,
        digest: '0'.repeat(64),
        previous: null,
        time: '2026-03-04T05:00:01Z',
      }),
      { secretKeyMultibase, verificationMethod: `${origin}/#key-1` },
    );
    const page = JSON.parse(writeFeedPage({ ...frame, checkpoint }, [item(0), item(1)]));
    expect(feedPageFaults(page, origin, false)).toEqual([]);
    expect(feedPageSchema.safeParse(page).error).toBeUndefined();
  });

  it('leaves the context to the Link header where asked', () => {
    expect(JSON.parse(writeFeedPage({ ...frame, withContext: false }, []))).not.toHaveProperty('@context');
  });
});
