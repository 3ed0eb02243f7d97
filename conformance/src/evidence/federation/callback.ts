import { answerCallback } from '../../callback/answer-callback.ts';
import { Mailbox } from '../../callback/mailbox.ts';
import { makeSuiteActors, type SuiteActors } from '../../callback/suite-actors.ts';
import { notTested } from '../../checks/verdict.ts';
import { available, type Gatherer, missing } from '../gatherer.ts';

/** The suite as others see it. */
export interface CallbackFace {
  readonly actors: SuiteActors;
  readonly mailbox: Mailbox;
}

/** Opens the callback: from then on the suite's actors can be asked, and written to. */
export const callback: Gatherer<CallbackFace> = {
  name: 'callback',
  async gather(run) {
    if (run.callback === undefined)
      return missing(
        notTested('needs-callback', 'say with --callback <origin> where the publisher can reach the suite'),
      );
    const mailbox = new Mailbox(run.client.recording, run.now);
    let actors: SuiteActors | undefined;
    try {
      const open = await run.callback.open(answerCallback(() => actors, mailbox));
      run.endWithRun(open);
      actors = makeSuiteActors(open.origin, open.elsewhere, run.token);
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      return missing(notTested('needs-callback', `the suite can't be reached at the callback: ${words}`));
    }
    return available({ actors, mailbox });
  },
};
