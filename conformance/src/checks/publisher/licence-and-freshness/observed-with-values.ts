import { changedOffers } from '../../../evidence/changed-offers.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { failedIfAny, notTested } from '../../verdict.ts';

/** LIC-008: Observed moves with the values. */
export const observedWithValues: Check = defineCheck({
  name: 'observed-with-values',
  requirement: 'LIC-008',
  title: 'Observed moves with the values',
  fault: 'An Offer changed in nothing but its observedAt.',
  consumerLoses: 'A nightly file that says what it said before moves the whole feed, for every reader.',
  whatToDo: 'Keep observedAt while the other values stay; tell a complete delivery on its Source.',
  needs: { changedOffers },
  judge: ({ changedOffers: offers }) =>
    offers.length === 0
      ? notTested('out-of-sight', 'no offer that was looked at changed during the run')
      : failedIfAny(
          offers
            .filter(({ onlyObserved }) => onlyObserved)
            .map(({ id, exchange, at }) =>
              atPointer(
                { id: exchange },
                jsonPointer('items', at, 'data', 'observedAt'),
                `${id} is as before but for observedAt`,
              ),
            ),
          `${offers.length} offers that changed`,
        ),
});
