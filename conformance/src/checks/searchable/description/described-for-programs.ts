import { readObject } from '../../../evidence/json-object-answer.ts';
import { openApiAnswer } from '../../../evidence/search/open-api-answer.ts';
import { isObject } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { failedIfAny, unanswered } from '../../verdict.ts';
import { openApiFaults } from './open-api-faults.ts';

/** SRCH-046: Described for programs. */
export const describedForPrograms: Check = defineCheck({
  name: 'described-for-programs',
  requirement: 'SRCH-046',
  title: 'The search is described in OpenAPI 3.1',
  fault: 'What /openapi.json gives is not a description in OpenAPI 3.1 of the search and its suggestions.',
  consumerLoses: 'Programmers must read prose to ask.',
  whatToDo: 'Serve /openapi.json with /search and /search/suggest among its paths.',
  needs: { openApiAnswer },
  judge: ({ openApiAnswer: exchange }) => {
    if (exchange.answer === undefined) return unanswered(exchange);
    const reading = readObject(exchange);
    if (!reading.ok) return failedIfAny([atPointer(exchange, '', reading.words)], '');
    const faults = openApiFaults(reading.value.json);
    return failedIfAny(
      faults.map(({ pointer, message }) => atPointer(exchange, pointer, message)),
      `${Object.keys(isObject(reading.value.json['paths']) ? reading.value.json['paths'] : {}).length} paths`,
    );
  },
});
