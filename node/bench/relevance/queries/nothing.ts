import { type JudgedQuery, places } from '../judged-query.ts';

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
];
