import { readObject } from '../../../evidence/json-object-answer.ts';
import type { PageAtPosition } from '../../../evidence/live/cursor-answers.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { isObject, isPosition } from '../../../json/json-value.ts';
import { atPointer, atStatus, type Finding } from '../../finding.ts';

/** What is wrong with the page above a position. @param mayBeGone 410 is an answer too */
export const pageAboveFaults = (
  { position, exchange }: PageAtPosition,
  head: number,
  mayBeGone: boolean,
): readonly Finding[] | undefined => {
  const { answer } = exchange;
  if (answer === undefined) return undefined;
  if (mayBeGone && answer.status === 410) return [];
  if (answer.status !== 200) return [atStatus(exchange, `status ${answer.status} for position ${position}`)];
  const reading = readObject(exchange);
  const items = reading.ok ? reading.value.json['items'] : undefined;
  if (!Array.isArray(items)) return [atPointer(exchange, '', 'it is not a page of the feed')];
  const low = items.findIndex((item: unknown) => {
    const modified = isObject(item) ? item['modified'] : undefined;
    return isPosition(modified) && modified <= position;
  });
  if (low !== -1)
    return [atPointer(exchange, jsonPointer('items', low), `an entry that is not above position ${position}`)];
  return items.length === 0 && position < head
    ? [atPointer(exchange, '/items', `no entries above position ${position}, and the head is at ${head}`)]
    : [];
};
