import { canonicalOf, documents } from '../../../evidence/live/documents.ts';
import { readObject } from '../../../evidence/json-object-answer.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** LIVE-002: Documents say what the feed says. */
export const documentsSayWhatTheFeedSays: Check = defineCheck({
  name: 'documents-say-what-the-feed-says',
  requirement: 'LIVE-002',
  title: 'Documents say what the feed says',
  fault: 'The JSON-LD document of a thing differs from the data of its newest entry.',
  consumerLoses: 'Who looks a thing up and who follows the feed hold different truths, and digests do not fit.',
  whatToDo: 'Serve the stored data of the newest entry as the document, unchanged.',
  needs: { documents },
  judge: ({ documents: asked }) =>
    judgeEach('documents', asked, ({ thing, accept, exchange, changedMeanwhile }) => {
      if (accept !== 'application/ld+json' || changedMeanwhile === true) return undefined;
      const reading = readObject(exchange);
      if (!reading.ok || reading.value.json['id'] !== thing.id) return undefined;
      const { json } = reading.value;
      if (canonicalOf(json) === canonicalOf(thing.data)) return [];
      const name = [...new Set([...Object.keys(json), ...Object.keys(thing.data)])].find(
        (one) => canonicalOf({ it: json[one] ?? null }) !== canonicalOf({ it: thing.data[one] ?? null }),
      );
      return [
        atPointer(
          exchange,
          name === undefined ? '' : jsonPointer(name),
          `${name ?? 'the document'} is ${shown(json[name ?? ''])}, in the feed ${shown(thing.data[name ?? ''])}`,
        ),
      ];
    }),
});
