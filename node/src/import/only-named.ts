import type { Draft, DraftData } from '../model/draft.ts';

/** A thing's marks are found under its place and its source; nothing else of a refused row may be taken. */
const namesPlaceOrSource = ([, value]: readonly [string, unknown]): boolean =>
  typeof value === 'string' && /^(https?:\/\/[^/]+)?\/(places|sources)\//.test(value);

const reduced = (data: DraftData): DraftData => Object.fromEntries(Object.entries(data).filter(namesPlaceOrSource));

/** What a refused row says all the same: that these things are there. */
export const onlyNamed = (drafts: readonly Draft[]): readonly Draft[] =>
  drafts.map((draft) =>
    'whole' in draft
      ? { kind: draft.kind, whole: { id: draft.whole['id'], ...reduced(draft.whole) } }
      : { ...draft, data: reduced(draft.data) },
  );
