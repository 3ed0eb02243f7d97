import { canonicalJson, type Json, productDetailNames } from '@openstraat/spec';
import { shown } from '../../../json/json-value.ts';
import type { Check } from '../../check.ts';
import { defineThingCheck } from '../../things/define-thing-check.ts';
import { type Statement, statementsOf } from '../../things/product-statements.ts';

/** The statement with the most properties filled; among equals, of the smallest name. */
const chosenOf = (statements: readonly Statement[]): Statement | undefined =>
  statements.toSorted((left, right) => right.filled - left.filled || (left.sourceName < right.sourceName ? -1 : 1))[0];

const sameValue = (left: unknown, right: unknown): boolean => {
  if (left === undefined || right === undefined) return left === right;
  try {
    return canonicalJson(left as Json) === canonicalJson(right as Json);
  } catch {
    // Half a surrogate pair has no canonical form; VOC-008 says so.
    return true;
  }
};

/** ID-012: The chosen statement follows a rule. */
export const chosenStatement: Check = defineThingCheck({
  name: 'chosen-statement',
  requirement: 'ID-012',
  title: 'The chosen statement follows a rule',
  fault: 'What a Product shows as its own is not the statement with the most properties filled.',
  consumerLoses: 'Nobody can repeat how a product came to its name and picture, or whether somebody was preferred.',
  whatToDo: 'Show the fullest statement; among equals that of the source with the smallest name.',
  things: 'products with statements',
  concerns: ({ kind, data }) => kind === 'Product' && data['statement'] !== undefined,
  inspect(thing, { origin }) {
    const chosen = chosenOf(statementsOf(thing, origin) ?? []);
    if (chosen === undefined) return [];
    return [...productDetailNames, 'source']
      .filter((name) => !sameValue(thing.data[name], chosen.json[name]))
      .map((name) => ({
        pointer: `/data/${name}`,
        message: `${name} of ${thing.id} is ${shown(thing.data[name])} instead of ${shown(chosen.json[name])}, which ${chosen.sourceName} states`,
      }));
  },
});
