import { expect, it } from 'vitest';
import { TinyPublisher, tinyNowMs } from '../../broken/tiny-publisher/tiny-publisher.ts';
import { tinyOrigin } from '../../broken/tiny-publisher/town.ts';
import { runConformance } from '../../run-conformance.ts';

it('what a publisher gave no occasion for did not pass', async () => {
  // Nothing changes while it is tested, and its last page names itself as next: no page is empty.
  const publisher = new TinyPublisher({
    page: (page) => (page['checkpoint'] === undefined ? page : { ...page, next: (page['view'] as { id: string }).id }),
  });
  const { requirements } = await runConformance({
    url: tinyOrigin,
    fetch: publisher.fetch,
    now: () => tinyNowMs,
    seed: 'quiet',
  });
  const told = ['CHK-011', 'FEED-006'].map((id) => requirements.find((one) => one.id === id));
  expect(told.map((one) => [one?.id, one?.outcome])).toEqual([
    ['CHK-011', 'inapplicable'],
    ['FEED-006', 'inapplicable'],
  ]);
});
