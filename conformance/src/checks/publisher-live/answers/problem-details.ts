import { errorAnswers } from '../../../evidence/live/error-answers.ts';
import { mediaTypeOf } from '../../../fetching/header-values.ts';
import { isObject, shown } from '../../../json/json-value.ts';
import { parseJson } from '../../../json/parse-json.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atHeader, atPointer } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** LIVE-014: Errors are problem details. */
export const problemDetails: Check = defineCheck({
  name: 'problem-details',
  requirement: 'LIVE-014',
  title: 'Errors are problem details',
  fault: 'An error is not application/problem+json with type, title and status.',
  consumerLoses: 'Programs can not tell their users what went wrong.',
  whatToDo: 'Answer errors as RFC 9457 says.',
  needs: { errorAnswers },
  judge: ({ errorAnswers: asked }) =>
    judgeEach('errors', asked, ({ exchange }) => {
      const { answer } = exchange;
      if (answer.status < 400) return undefined;
      if (mediaTypeOf(answer) !== 'application/problem+json')
        return [atHeader(exchange, 'content-type', `${mediaTypeOf(answer) || 'no media type'} for an error`)];
      const parsed = parseJson(answer.body);
      if (!parsed.ok || !isObject(parsed.value)) return [atPointer(exchange, '', 'it is not a JSON object')];
      const { type, title, status } = parsed.value;
      return [
        ...(typeof type === 'string' ? [] : [atPointer(exchange, '/type', `type is ${shown(type)}`)]),
        ...(typeof title === 'string' ? [] : [atPointer(exchange, '/title', `title is ${shown(title)}`)]),
        ...(status === answer.status
          ? []
          : [atPointer(exchange, '/status', `status is ${shown(status)} in an answer with ${answer.status}`)]),
      ];
    }),
});
