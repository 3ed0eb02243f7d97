import { description } from '../../../evidence/description.ts';
import { type Check, defineCheck } from '../../check.ts';
import { failedIfAny } from '../../verdict.ts';
import { modelFindings } from './model-findings.ts';

/** DESC-006: It says which software it runs. */
export const software: Check = defineCheck({
  name: 'software',
  requirement: 'DESC-006',
  title: 'It says which software it runs',
  fault: 'software has no name or no version.',
  consumerLoses: "A fault can't be traced to the program that has it, nor can its makers be told.",
  whatToDo: 'Give software a name and a version.',
  needs: { description },
  judge: ({ description: described }) =>
    failedIfAny(
      modelFindings(described, (path) => path[0] === 'software'),
      'software',
    ),
});
