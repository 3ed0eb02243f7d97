import { retryAfterMs } from '@openstraat/spec';
import { searchRefusals } from '../../../evidence/search/search-refusals.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atHeader } from '../../finding.ts';
import { failedIfAny, inapplicable } from '../../verdict.ts';

/** SRCH-008: How often. */
export const howOften: Check = defineCheck({
  name: 'how-often',
  requirement: 'SRCH-008',
  title: 'Who asks too often is told when to ask again',
  fault: 'A search was refused with 429 and without a Retry-After that can be read.',
  consumerLoses: 'Programs do not know when they may ask again: they give up, or they hurry.',
  whatToDo: 'Send Retry-After, in seconds or as a date, with every 429.',
  needs: { searchRefusals },
  judge: ({ searchRefusals: refusals }) => {
    if (refusals.length === 0) return inapplicable('no search of this run was refused for coming too often');
    const findings = refusals
      .filter(({ answer }) => retryAfterMs(answer.headers.get('retry-after'), answer.receivedMs) === undefined)
      .map(({ id }) => atHeader({ id }, 'retry-after', 'status 429 without a Retry-After that can be read'));
    return failedIfAny(findings, `${refusals.length} refusals`);
  },
});
