import { actor } from '../../../evidence/federation/actor.ts';
import { webFinger } from '../../../evidence/federation/web-finger.ts';
import { parseHttpUrl } from '../../../fetching/same-host.ts';
import { shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer, atStatus } from '../../finding.ts';
import { failedIfAny, inapplicable } from '../../verdict.ts';

/** FED-042: Moved actors stay. */
export const movedActorStays: Check = defineCheck({
  name: 'moved-actor-stays',
  requirement: 'FED-042',
  title: 'An actor that moved stays',
  fault: 'An actor that moved names no new address, or is no longer found.',
  consumerLoses: 'Followers lose the account instead of moving with it; some servers delete it for good.',
  whatToDo: 'Keep the actor at 200 with movedTo, and its WebFinger.',
  needs: { actor, webFinger },
  judge({ actor: { exchange, json, url }, webFinger: { handle } }) {
    const { movedTo } = json;
    if (movedTo === undefined || movedTo === null) return inapplicable('the actor has not moved');
    const target = typeof movedTo === 'string' ? parseHttpUrl(movedTo) : undefined;
    const status = handle.answer?.status;
    return failedIfAny(
      [
        ...(target === undefined || target.href === url
          ? [atPointer(exchange, '/movedTo', `movedTo is ${shown(movedTo)} instead of another actor`)]
          : []),
        ...(status === undefined || status === 200
          ? []
          : [atStatus(handle, `status ${status} for the handle of an actor that moved`)]),
      ],
      'an actor that moved',
    );
  },
});
