import { type JudgedQuery, places, products } from '../judged-query.ts';
import { drugstores, departmentStore, gardenCentre, supermarket } from '../shops.ts';

/** What nobody in town has: an honest answer is an empty one. */
export const nothing: readonly JudgedQuery[] = [
  { q: 'kettingzaag', must: [] },
  { q: 'paraplu', must: [] },
  { q: 'skateboard', must: [] },
  { q: 'zwembad', must: [] },
  { q: 'vuurwerk', must: [] },
  { q: 'ananas', must: [] },
  { q: 'sigaretten', must: [] },
  { q: 'espressomachine', must: [] },
  { q: 'babyfoon', must: [] },
  { q: 'xyzzyq', must: [] },
  { q: 'asdf qwer', must: [] },
  { q: 'yoghurt', must: [] },
  { q: 'surfplank', must: [] },
  { q: 'diepvriespizza', must: [] },
  { q: 'notaris', must: [] },
  { q: 'behangtafel', must: [], may: [places('verfwinkel-kwast-en-kleur')] },
  { q: '🙂', must: [] },
  // A word that only says what is not in it.
  { q: 'suiker', must: [], may: [supermarket, products(/suikerbrood/i)], never: [products(/zonder suiker/i)] },
  { q: 'parfum', must: [], may: [drugstores, departmentStore], never: [products(/zonder parfum/i)] },
  { q: 'alcohol', must: [], may: [places('wijnhandel-de-kurk')], never: [products(/mondwater/i)] },
  { q: 'mest', must: [], may: [gardenCentre] },
  { q: 'hert', must: [] },
];
