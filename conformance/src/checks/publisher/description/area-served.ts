import { description } from '../../../evidence/description.ts';
import { type Check, defineCheck } from '../../check.ts';
import { failedIfAny } from '../../verdict.ts';
import { modelFindings } from './model-findings.ts';

/** DESC-005: It says which area it serves. */
export const areaServed: Check = defineCheck({
  name: 'area-served',
  requirement: 'DESC-005',
  title: 'It says which area it serves',
  fault: 'areaServed is missing, or no text.',
  consumerLoses: "A shopper, or a list of publishers, can't tell whether this one concerns a town.",
  whatToDo: 'Write the name of the town or area into areaServed.',
  needs: { description },
  judge: ({ description: described }) =>
    failedIfAny(
      modelFindings(described, (path) => path[0] === 'areaServed'),
      'areaServed',
    ),
});
