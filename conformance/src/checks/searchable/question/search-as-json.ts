import { searchAnswerSchema } from '@openstraat/spec';
import { readObject } from '../../../evidence/json-object-answer.ts';
import { searches } from '../../../evidence/search/searches.ts';
import { mediaTypeOf } from '../../../fetching/header-values.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atHeader, atPointer, atStatus } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** SRCH-001: Search as JSON. */
export const searchAsJson: Check = defineCheck({
  name: 'search-as-json',
  requirement: 'SRCH-001',
  title: 'The search answers programs',
  fault: 'A question gets another status, media type or form than that of an answer.',
  consumerLoses: 'Programs can not ask this publisher anything.',
  whatToDo: 'Answer as SearchAnswer in generated/search-schema.json says.',
  needs: { searches },
  judge: ({ searches: asked }) =>
    judgeEach('questions', asked, ({ exchange }) => {
      const { answer } = exchange;
      if (answer.status !== 200) return [atStatus(exchange, `status ${answer.status} for ${exchange.url}`)];
      if (mediaTypeOf(answer) !== 'application/json')
        return [atHeader(exchange, 'content-type', `${mediaTypeOf(answer)} instead of application/json`)];
      const reading = readObject(exchange);
      if (!reading.ok) return [atPointer(exchange, '', reading.words)];
      return (searchAnswerSchema.safeParse(reading.value.json).error?.issues ?? []).map(({ path, message }) =>
        atPointer(
          exchange,
          jsonPointer(...path.map((step) => (typeof step === 'symbol' ? String(step) : step))),
          `${path.join('.')}: ${message}`,
        ),
      );
    }),
});
