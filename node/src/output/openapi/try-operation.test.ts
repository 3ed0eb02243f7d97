import { expect, it } from 'vitest';
import { openApiLimits } from './limits.ts';
import { readOutcome } from './try-operation.ts';

it('shows an answer of the limit whole, and of a longer one as much', async () => {
  const { bodyShownCharactersMax } = openApiLimits;
  const atLimit = 'x'.repeat(bodyShownCharactersMax);
  expect(await readOutcome(new Response(atLimit))).toMatchObject({ body: atLimit, isCut: false });
  expect(await readOutcome(new Response(`${atLimit}x`))).toMatchObject({ body: atLimit, isCut: true });
});
