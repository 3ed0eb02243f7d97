import { type NetworkFailureCode, networkFailureOf } from '@openstraat/spec';
import { Unreachable, type UnreachableReason } from './exchange.ts';

/** To a publisher it is one thing whether connection or head took too long. */
const reasonOf = (code: NetworkFailureCode): UnreachableReason =>
  code === 'connect-timeout' || code === 'headers-timeout' ? 'head-timeout' : code;

/** What a thrown error says of the host. */
export const classifyFailure = (error: unknown): Unreachable => {
  const failure = networkFailureOf(error, Unreachable);
  return failure instanceof Unreachable ? failure : new Unreachable(reasonOf(failure.code), failure);
};
