/**
 * What became of a candidate. `seen` is a mention of a product that this run has met already, `taken` belongs to another source, `place-gone` stands at a
 * place that was removed, `moved-away` lives on elsewhere, `too-large` is more than the log holds.
 */
export type Outcome =
  | 'added'
  | 'changed'
  | 'unchanged'
  | 'seen'
  | 'duplicate'
  | 'taken'
  | 'place-gone'
  | 'moved-away'
  | 'too-large';
