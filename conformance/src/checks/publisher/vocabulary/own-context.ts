import { hash } from 'node:crypto';
import { contextPath, contextSha256, contextText } from '@openstraat/spec';
import { contextAnswer } from '../../../evidence/context-answer.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atBytes, atStatus } from '../../finding.ts';
import { failed, passed, unanswered } from '../../verdict.ts';

/** VOC-006: The context is served by the publisher. */
export const ownContext: Check = defineCheck({
  name: 'own-context',
  requirement: 'VOC-006',
  title: 'The context is served by the publisher',
  fault: `At ${contextPath} there is not the context of the spec, byte for byte.`,
  consumerLoses: 'A JSON-LD processor gets other statements than everybody else, or depends on a stranger.',
  whatToDo: 'Copy spec/generated/context-v1.jsonld as a file; do not parse and write it anew.',
  needs: { contextAnswer },
  judge: ({ contextAnswer: exchange }) => {
    if (exchange.answer === undefined) return unanswered(exchange);
    const { status, body } = exchange.answer;
    if (status !== 200) return failed([atStatus(exchange, `${contextPath} answers ${status} instead of 200`)]);
    const sha256 = hash('sha256', body, 'hex');
    if (sha256 === contextSha256) return passed(`${body.length} bytes`);
    const right = Buffer.from(contextText);
    const differs = body.findIndex((byte, at) => byte !== right[at]);
    const from = differs === -1 ? Math.min(body.length, right.length) : differs;
    return failed([
      atBytes(
        exchange,
        from,
        body.length,
        `its SHA-256 is ${sha256} instead of ${contextSha256}; it differs from byte ${from} on`,
      ),
    ]);
  },
});
