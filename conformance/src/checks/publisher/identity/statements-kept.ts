import type { Check } from '../../check.ts';
import type { EntryFault } from '../../define-entry-check.ts';
import { defineThingCheck } from '../../things/define-thing-check.ts';
import { statementsOf } from '../../things/product-statements.ts';

const statementsMax = 100;

/** ID-011: Statements of several sources are kept. What a source said and is not listed can't be seen from outside. */
export const statementsKept: Check = defineThingCheck({
  name: 'statements-kept',
  requirement: 'ID-011',
  title: 'Statements of several sources are kept',
  fault:
    'The statement of a Product is not a list of two to 100 sources in the order of their names, each with what it states.',
  consumerLoses: 'Readers merge products of several towns to other results.',
  whatToDo:
    'List in statement what each source states, one entry a source, in code-unit order of its name; where only one does, leave statement out.',
  things: 'products with statements',
  concerns: ({ kind, data }) => kind === 'Product' && data['statement'] !== undefined,
  inspect(thing, { origin }) {
    const statements = statementsOf(thing, origin);
    if (statements === undefined) return [];
    const pointer = '/data/statement';
    const faults: EntryFault[] = [];
    if (statements.length < 2)
      faults.push({
        pointer,
        message: `statement of ${thing.id} lists ${statements.length} source instead of several`,
      });
    if (statements.length > statementsMax)
      faults.push({ pointer, message: `statement of ${thing.id} lists more than ${statementsMax} sources` });
    for (const [index, { at, sourceName, filled }] of statements.entries()) {
      const before = statements[index - 1];
      if (before !== undefined && before.sourceName >= sourceName)
        faults.push({
          pointer: `${pointer}/${at}/source`,
          message: `${sourceName} stands behind ${before.sourceName} in the statement of ${thing.id}`,
        });
      if (filled === 0)
        faults.push({
          pointer: `${pointer}/${at}`,
          message: `${sourceName} states nothing of ${thing.id}, and is listed`,
        });
    }
    return faults;
  },
});
