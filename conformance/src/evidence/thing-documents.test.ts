import { expect, it } from 'vitest';
import { runTiny } from '../broken/run-tiny.test-helper.ts';
import { otherPriceEmbedded } from '../broken/spoilers/documents/other-price-embedded.ts';
import type { CheckResult } from '../result/result.ts';

const embeddedAgrees = async (changesMeanwhile: boolean): Promise<CheckResult | undefined> => {
  let isAsked = false;
  const { checks } = await runTiny({
    answer(answer, moment) {
      if (moment.url.pathname.startsWith('/offers/0952')) isAsked = true;
      return otherPriceEmbedded.answer?.(answer, moment) ?? answer;
    },
    entry: (item) =>
      isAsked && changesMeanwhile && item['kind'] === 'Offer'
        ? { ...item, modified: Number(item['modified']) + 1 }
        : item,
  });
  return checks.find(({ name }) => name === 'embedded-agrees');
};

it('what changes while its page is read is not compared with it', async () => {
  expect(await embeddedAgrees(false)).toMatchObject({ outcome: 'failed' });
  expect(await embeddedAgrees(true)).toMatchObject({ outcome: 'passed' });
});
