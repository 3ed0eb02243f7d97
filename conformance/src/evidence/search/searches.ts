import { available, type Gatherer } from '../gatherer.ts';
import { sampleThings } from '../live/sample-things.ts';
import { type AskedSearch, askSearch } from './ask-search.ts';
import { planQuestions } from './plan-questions.ts';
import { subjects, withSubjects } from './subjects.ts';

/** Questions that should be answered, and their answers. */
export const searches: Gatherer<readonly AskedSearch[]> = {
  name: 'searches',
  async gather(run) {
    const found = await run.gather(subjects);
    if (!found.available) return found;
    const sampled = await run.gather(sampleThings);
    const things = withSubjects(sampled.available ? sampled.value.things : new Map(), found.value);
    const questions = planQuestions(found.value, things, run.now());
    const asked = await Promise.all(questions.map((question) => askSearch(run, question)));
    const results = asked.reduce((sum, { answer }) => sum + (answer?.results.length ?? 0), 0);
    run.note(`The search was asked ${asked.length} questions that should be answered, and gave ${results} results.`);
    return available(asked);
  },
};
