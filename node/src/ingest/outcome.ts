/** What became of a candidate. `seen` is a mention of a product that this run has met already. */
export type Outcome = 'added' | 'changed' | 'unchanged' | 'seen' | 'duplicate' | 'taken';
