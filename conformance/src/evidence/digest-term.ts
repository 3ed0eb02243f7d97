import { canonicalJson, dataHash, digestTerm } from '@openstraat/spec';
import { isObject, type JsonObject } from '../json/json-value.ts';

/** What a thing adds to the digest. */
export type TermOf = (id: string, data: JsonObject) => bigint;

/** The term by the rules of CHK-008 and CHK-009. */
export const specifiedTerm: TermOf = (id, data) =>
  digestTerm(id, dataHash(canonicalJson({ ...data, '@context': undefined })));

/** What an entry adds; undefined where that can't be made. */
export const termOfEntry = (termOf: TermOf, id: string, data: unknown): bigint | undefined => {
  if (!isObject(data)) return undefined;
  try {
    return termOf(id, data);
  } catch {
    // Half a surrogate pair has no canonical form; VOC-008 says so.
    return undefined;
  }
};
