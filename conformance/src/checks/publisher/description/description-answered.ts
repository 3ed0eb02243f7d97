import { contextPath } from '@openstraat/spec';
import { descriptionAnswer } from '../../../evidence/description-answer.ts';
import { readObject } from '../../../evidence/json-object-answer.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atBytes, atPointer, atStatus } from '../../finding.ts';
import { failed, passed, unanswered } from '../../verdict.ts';

/** DESC-001: The description is there. */
export const descriptionAnswered: Check = defineCheck({
  name: 'description-answered',
  requirement: 'DESC-001',
  title: 'The description is there',
  fault:
    'The well-known address does not answer with the description as JSON-LD that names the context of its own origin.',
  consumerLoses: 'A program that knows only the host finds nothing: no feed, no licence, no keys.',
  whatToDo:
    'Serve the description at /.well-known/openstraat with status 200, and give it the @context of your origin: <origin>/context/v1.jsonld.',
  needs: { descriptionAnswer },
  judge: ({ descriptionAnswer: exchange }) => {
    const reading = readObject(exchange);
    if (!reading.ok) {
      if (reading.code === 'unanswered') return unanswered(exchange);
      if (reading.code === 'status') return failed([atStatus(exchange, `the description has ${reading.words}`)]);
      return failed([atBytes(exchange, 0, exchange.answer?.body.length ?? 0, `the description is ${reading.words}`)]);
    }
    const { json } = reading.value;
    const context = json['@context'];
    const { origin } = json;
    // Which origin is the right one is for DESC-002 and DESC-009 to say.
    const isOwn =
      typeof context === 'string' &&
      (typeof origin === 'string' ? context === origin + contextPath : context.endsWith(contextPath));
    return isOwn
      ? passed('the description')
      : failed([
          atPointer(
            exchange,
            jsonPointer('@context'),
            `@context is ${shown(context)} instead of the context of the publisher's origin`,
          ),
        ]);
  },
});
