import { type Dictionary, emptyDictionary } from './dictionary.ts';
import { sharedUint32, sharedUint8 } from './shared-arrays.ts';

/** The texts of all things as they were merged: never changed, only replaced. A worker reads and makes it. */
export interface TextBase {
  readonly dictionary: Dictionary;
  /** Letters of each term, see `letterBits`. */
  readonly letters: Uint32Array;
  /** Numbers of the words (not the stems), short ones first. */
  readonly wordsByLength: Uint32Array;
  /** Where the words of each length start; the last length is `termCharactersMax`. */
  readonly lengthStarts: Uint32Array;
  /** Subjects by term: where each term's start, the subjects in order, and how much the term counts there. */
  readonly postingStarts: Uint32Array;
  readonly postingSubjects: Uint32Array;
  readonly postingWeights: Uint8Array;
  /** The same by subject: what a merge is made from, and what must be subtracted when a text changes. */
  readonly rowStarts: Uint32Array;
  readonly rowTerms: Uint32Array;
  readonly rowWeights: Uint8Array;
}

export const emptyTextBase: TextBase = {
  dictionary: emptyDictionary,
  letters: sharedUint32(0),
  wordsByLength: sharedUint32(0),
  lengthStarts: sharedUint32(0),
  postingStarts: sharedUint32(1),
  postingSubjects: sharedUint32(0),
  postingWeights: sharedUint8(0),
  rowStarts: sharedUint32(1),
  rowTerms: sharedUint32(0),
  rowWeights: sharedUint8(0),
};
