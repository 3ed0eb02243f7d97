import { documents } from '../../../evidence/live/documents.ts';
import { readObject } from '../../../evidence/json-object-answer.ts';
import { mediaTypeOf } from '../../../fetching/header-values.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atHeader, atPointer, atStatus } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** LIVE-001: Documents by Accept. */
export const documentsByAccept: Check = defineCheck({
  name: 'documents-by-accept',
  requirement: 'LIVE-001',
  title: 'Things answer as data and as a page, as Accept says',
  fault: 'The id of a live thing does not answer with JSON-LD or with HTML to whoever prefers it.',
  consumerLoses: 'Programs get pages and people get JSON: an id can be followed by one of them only.',
  whatToDo: 'Choose the form by Accept with its quality values (RFC 9110, section 12.5.1).',
  needs: { documents },
  judge: ({ documents: asked }) =>
    judgeEach('documents by Accept', asked, ({ thing, accept, expected, exchange }) => {
      const { status } = exchange.answer;
      if (status !== 200) return [atStatus(exchange, `status ${status} for ${thing.id}, which is live`)];
      const type = mediaTypeOf(exchange.answer);
      if (type !== expected)
        return [atHeader(exchange, 'content-type', `${type || 'no media type'} for Accept: ${accept}`)];
      if (expected === 'text/html') return [];
      const reading = readObject(exchange);
      if (!reading.ok) return [atPointer(exchange, '', reading.words)];
      return reading.value.json['id'] === thing.id ? [] : [atPointer(exchange, '/id', `it is not about ${thing.id}`)];
    }),
});
