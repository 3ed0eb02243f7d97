import type { SearchView } from '../project/search-index/search-view.ts';

/** A path of categories as it is compared: lower case, without accents, single spaces, `>` between its parts. */
const pathKey = (category: string): string =>
  category
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?> ?/g, '>')
    .trim();

/** Answers which of an index's categories, brands or kinds are asked for; remembers what each text folds to. */
export class FoldedNames {
  readonly #fold: (name: string) => string;
  readonly #names: string[] = [];
  readonly #folded: string[] = [];

  constructor(fold: (name: string) => string) {
    this.#fold = fold;
  }

  /** One byte a name: 1 where `fits` says so. */
  select(names: readonly string[], fits: (folded: string) => boolean): Uint8Array {
    const chosen = new Uint8Array(names.length);
    for (let index = 0; index < names.length; index++) {
      const name = names[index] ?? '';
      if (this.#names[index] !== name) {
        this.#names[index] = name;
        this.#folded[index] = this.#fold(name);
      }
      if (fits(this.#folded[index] ?? '')) chosen[index] = 1;
    }
    return chosen;
  }
}

/** Makes a filter for Google categories: an id, a path, or the beginning of a path up to a `>`. */
export const createCategoryFilter = (): ((view: SearchView, asked: string) => Uint8Array) => {
  const names = new FoldedNames(pathKey);
  return (view, asked) => {
    const key = pathKey(asked);
    return names.select(view.categories, (folded) => folded === key || folded.startsWith(`${key}>`));
  };
};
