import type { Product } from '@openstraat/spec';
import { expect, it } from 'vitest';
import { chooseStatement, type Statement } from './choose-statement.ts';
import { ingestLimits } from './limits.ts';

const gtin = '09520000000011';
const statement = (source: string, color?: string): Statement => ({
  source,
  data: {
    id: `/products/${gtin}`,
    type: 'Product',
    gtin,
    source: `/sources/${source}`,
    name: 'Pomp',
    ...(color === undefined ? {} : { color }),
  },
});
const sourcesShown = (statements: readonly Statement[]): string[] =>
  ((chooseStatement('Product', statements) as Product).statement ?? []).map(({ source }) => source);

it('shows as many statements as its limit; one past it, the one that says least and comes last stays out', () => {
  const many = Array.from({ length: ingestLimits.statementsShownMax }, (_, index) => statement(`s${1_000 + index}`));
  expect(sourcesShown(many)).toHaveLength(ingestLimits.statementsShownMax);
  const shown = sourcesShown([...many, statement('z-full', 'rood')]);
  expect(shown).toHaveLength(ingestLimits.statementsShownMax);
  expect(shown).toContain('/sources/z-full');
  expect(shown).not.toContain(`/sources/s${1_000 + ingestLimits.statementsShownMax - 1}`);
});
