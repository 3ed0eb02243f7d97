import type { Exchange } from '../fetching/exchange.ts';
import { jsonPointer } from '../json/json-pointer.ts';

/** Where a finding is: in a body, by JSON Pointer or by bytes; or in the head of an answer, by JSON Pointer into its record. */
export type Where =
  | { readonly exchange: number; readonly in: 'body' | 'head'; readonly pointer: string }
  | { readonly exchange: number; readonly in: 'body'; readonly bytes: readonly [from: number, to: number] };

/** One thing that is wrong, and where. */
export interface Finding {
  /** What was met, and what should have been. */
  readonly message: string;
  readonly where: Where;
}

type ExchangeRef = Pick<Exchange, 'id'>;

/** A finding in a JSON body. @param pointer JSON Pointer; empty for the whole */
export const atPointer = ({ id }: ExchangeRef, pointer: string, message: string): Finding => ({
  message,
  where: { exchange: id, in: 'body', pointer },
});

/** A finding in a body of whatever kind. @param to the byte behind the last */
export const atBytes = ({ id }: ExchangeRef, from: number, to: number, message: string): Finding => ({
  message,
  where: { exchange: id, in: 'body', bytes: [from, to] },
});

/** A finding in a header, or in that there is none. @param name in lower case */
export const atHeader = ({ id }: ExchangeRef, name: string, message: string): Finding => ({
  message,
  where: { exchange: id, in: 'head', pointer: jsonPointer('response', 'headers', name) },
});

/** A finding in a request that was sent to the suite. @param pointer JSON Pointer into its record: `/requestHeaders/date` */
export const atReceived = ({ id }: ExchangeRef, pointer: string, message: string): Finding => ({
  message,
  where: { exchange: id, in: 'head', pointer },
});

/** A finding in the status of an answer. */
export const atStatus = ({ id }: ExchangeRef, message: string): Finding => ({
  message,
  where: { exchange: id, in: 'head', pointer: jsonPointer('response', 'status') },
});
