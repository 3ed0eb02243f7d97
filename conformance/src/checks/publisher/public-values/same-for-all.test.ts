import { expect, it } from 'vitest';
import { runTiny } from '../../../broken/run-tiny.test-helper.ts';
import type { Spoiler } from '../../../broken/spoiler.ts';
import type { CheckResult } from '../../../result/result.ts';

const sameForAll = async (answer: NonNullable<Spoiler['answer']>): Promise<CheckResult | undefined> =>
  (await runTiny({ answer })).checks.find(({ name }) => name === 'same-for-all');

it('a page that changes all the time says nothing about who asks', async () => {
  let asked = 0;
  const result = await sameForAll((answer, { url }) =>
    url.pathname === '/' ? { ...answer, body: `${answer.body}<!-- ${++asked} -->` } : answer,
  );
  expect(result).toMatchObject({ outcome: 'passed', says: expect.stringContaining('3 addresses') });
});

it('where everything changes all the time, it is not tested', async () => {
  let asked = 0;
  const result = await sameForAll((answer) => ({
    ...answer,
    body: answer.type.startsWith('text/html')
      ? `${answer.body}<!-- ${++asked} -->`
      : `${answer.body}${' '.repeat(++asked)}`,
  }));
  expect(result).toMatchObject({ outcome: 'not-tested', why: 'out-of-sight' });
});
