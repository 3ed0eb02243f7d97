import { describe, expect, it } from 'vitest';
import { rankingFigures } from '../../search/ranking.ts';
import { wordFigures } from '../../search/word-figures.ts';
import { explainRanking } from './explain-ranking.ts';

const meansOf = (language: 'nl' | 'en'): string => {
  const { terms, order } = explainRanking(language);
  return [...terms.map(({ means }) => means), ...order].join('\n');
};

describe('the explanation of the order', () => {
  it('gives every figure that moves a result, of the words too', () => {
    const { constants } = explainRanking('nl');
    for (const [group, figures] of Object.entries(wordFigures))
      for (const [name, figure] of Object.entries(figures)) expect(constants[`${group}.${name}`]).toBe(figure);
    const plain = Object.entries(rankingFigures).filter(([, figure]) => typeof figure === 'number');
    expect(constants).toMatchObject(Object.fromEntries(plain));
    expect(Object.keys(constants)).toEqual(
      // oxfmt-ignore
      expect.arrayContaining([
        'field.name', 'field.brand', 'field.category', 'field.description', 'bm25.k1', 'bm25.b', 'query.stem', 'query.parts',
        'query.synonym', 'query.corrected', 'text.cutOffShare', 'text.strongMin', 'leftOut.keptShareMin', 'limits.fartherRadii',
      ]),
    );
  });

  it.each([
    ['nl', ['naam', 'merk', 'categorie', 'soort plek', 'omschrijving', 'samenstelling', 'typefout'], ','],
    ['en', ['name', 'brand', 'category', 'kind of place', 'description', 'compound', 'typo'], '.'],
  ] as const)('says in words what they are (%s)', (language, words, mark) => {
    const text = meansOf(language);
    const { field, query, bm25, text: fit } = wordFigures;
    for (const word of words) expect(text).toContain(word);
    for (const figure of [
      ...Object.values(field),
      query.stem,
      query.synonym,
      query.parts,
      query.corrected,
      bm25.k1,
      bm25.b,
      fit.strongMin,
    ])
      expect(text).toContain(String(figure).replace('.', mark));
  });
});
