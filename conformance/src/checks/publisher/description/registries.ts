import { description } from '../../../evidence/description.ts';
import { type Check, defineCheck } from '../../check.ts';
import { failedIfAny, inapplicable } from '../../verdict.ts';
import { modelFindings } from './model-findings.ts';

/** DESC-011: Registries that it asks to list it. */
export const registries: Check = defineCheck({
  name: 'registries',
  requirement: 'DESC-011',
  title: 'Registries that it asks to list it',
  fault: 'registries is not a list of addresses.',
  consumerLoses: "A registry can't prove that the request to be listed came from the publisher.",
  whatToDo: 'List the addresses of registries in registries, or leave it out.',
  needs: { description },
  judge: ({ description: described }) =>
    described.json['registries'] === undefined
      ? inapplicable('it names no registry')
      : failedIfAny(
          modelFindings(described, ([name]) => name === 'registries'),
          'registries',
        ),
});
