import { description } from '../evidence/description.ts';
import { descriptionAnswer } from '../evidence/description-answer.ts';
import { readObject } from '../evidence/json-object-answer.ts';
import { walk } from '../evidence/walk.ts';
import type { Run } from './run.ts';

/** One cause of most of what a run found. */
export interface Obstacle {
  readonly words: string;
  /** There is no publisher that could fail. */
  readonly isNobody: boolean;
}

/** Looks for the one cause of it all: nobody publishes here, or does so under another name. */
export const findObstacle = async (run: Run): Promise<Obstacle | undefined> => {
  const { origin } = run.tested;
  const described = await run.gather(description);
  if (described.available) {
    const stated = described.value.origin;
    if (stated === origin) return undefined;
    const words = `It states that its origin is ${stated}, and ${origin} was tested: test ${stated} to see what it is worth.`;
    return { words, isNobody: false };
  }
  const answer = await run.gather(descriptionAnswer);
  const reading = answer.available ? readObject(answer.value) : undefined;
  if (!answer.available || reading === undefined || reading.ok || reading.code === 'unanswered') return undefined;
  const walked = await run.gather(walk);
  if (walked.available && walked.value.pages.length > 0) return undefined;
  const words = `There is no description (DESC-001), and no feed: ${answer.value.url} is answered with ${reading.words}. Is this the address of a publisher?`;
  return { words, isNobody: true };
};
