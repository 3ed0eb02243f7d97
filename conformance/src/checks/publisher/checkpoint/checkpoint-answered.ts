import { checkpointAnswer } from '../../../evidence/checkpoint-answer.ts';
import { readObject } from '../../../evidence/json-object-answer.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atBytes, atStatus } from '../../finding.ts';
import { failed, passed, unanswered } from '../../verdict.ts';

/** CHK-001: The checkpoint is there. */
export const checkpointAnswered: Check = defineCheck({
  name: 'checkpoint-answered',
  requirement: 'CHK-001',
  title: 'The checkpoint is there',
  fault: 'The address that the description gives does not answer with a checkpoint as JSON.',
  consumerLoses: "Readers can't find out whether they missed anything.",
  whatToDo: 'Serve the signed checkpoint as a JSON object with status 200 at the checkpointUrl.',
  needs: { checkpointAnswer },
  judge: ({ checkpointAnswer: exchange }) => {
    const reading = readObject(exchange);
    if (reading.ok) return passed('the checkpoint');
    if (reading.code === 'unanswered') return unanswered(exchange);
    if (reading.code === 'status') return failed([atStatus(exchange, `the checkpoint has ${reading.words}`)]);
    return failed([atBytes(exchange, 0, exchange.answer?.body.length ?? 0, `the checkpoint is ${reading.words}`)]);
  },
});
