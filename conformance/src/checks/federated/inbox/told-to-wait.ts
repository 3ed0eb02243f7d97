import { retryAfterMs } from '@openstraat/spec';
import { inboxWaits } from '../../../evidence/federation/inbox-waits.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atHeader } from '../../finding.ts';
import { failedIfAny, inapplicable } from '../../verdict.ts';

/** FED-032: How long to wait. */
export const toldToWait: Check = defineCheck({
  name: 'told-to-wait',
  requirement: 'FED-032',
  title: 'Who sends too often is told when to send again',
  fault: 'An inbox answers 429 without a Retry-After that can be read.',
  consumerLoses: 'Senders hurry, or give up on everyone there.',
  whatToDo: 'Send Retry-After, in seconds or as a date, with every 429.',
  needs: { inboxWaits },
  judge({ inboxWaits: waits }) {
    if (waits.length === 0) return inapplicable('nothing was refused for coming too often');
    const findings = waits
      .filter(({ answer }) => retryAfterMs(answer.headers.get('retry-after'), answer.receivedMs) === undefined)
      .map(({ id }) => atHeader({ id }, 'retry-after', 'status 429 without a Retry-After that can be read'));
    return failedIfAny(findings, `${waits.length} refusals`);
  },
});
