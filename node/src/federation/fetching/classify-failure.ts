import { networkFailureOf } from '@openstraat/spec';
import { FetchError } from './fetched.ts';

/** What a thrown error says of the host. */
export const classifyFailure = (error: unknown): FetchError => {
  const failure = networkFailureOf(error, FetchError);
  return failure instanceof FetchError ? failure : new FetchError(failure.code, failure);
};
