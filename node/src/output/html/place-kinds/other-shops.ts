import type { PlaceKindName } from './place-kind-name.ts';

/** Shops that sell of everything. */
export const otherShopKinds: readonly PlaceKindName[] = [
  ['shop=yes', 'winkel', 'shop'],
  ['shop=department_store', 'warenhuis', 'department store'],
  ['shop=variety_store', 'budgetwinkel', 'variety store'],
  ['shop=mall', 'winkelcentrum', 'shopping centre'],
  ['shop=baby_goods', 'babywinkel', 'baby shop'],
  ['shop=gift', 'cadeauwinkel', 'gift shop'],
  ['shop=second_hand', 'kringloopwinkel', 'second-hand shop'],
  ['shop=charity', 'winkel voor een goed doel', 'charity shop'],
  ['shop=tobacco', 'tabakswinkel', 'tobacconist'],
  ['shop=agrarian', 'landhandel', 'agricultural shop'],
];
