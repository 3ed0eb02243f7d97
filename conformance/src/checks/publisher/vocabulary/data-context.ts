import { type Check } from '../../check.ts';
import { definePageFaultCheck } from '../../define-page-fault-check.ts';

/** VOC-007: Data names its context. */
export const dataContext: Check = definePageFaultCheck({
  name: 'data-context',
  requirement: 'VOC-007',
  title: 'Data names its context',
  fault: "The @context in data is not the address of the context on the feed's own origin.",
  consumerLoses: 'Under another context an Offer is an activity, and a thing says something else.',
  whatToDo: 'Write <origin>/context/v1.jsonld into @context of each data, and nothing else.',
  says: "is not the address of the context on the feed's origin",
});
