import { description } from '../../../evidence/description.ts';
import { isObject } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { failedIfAny, inapplicable } from '../../verdict.ts';
import { modelFindings } from './model-findings.ts';

/** DESC-010: Legal form and statutes. */
export const legalForm: Check = defineCheck({
  name: 'legal-form',
  requirement: 'DESC-010',
  title: 'Legal form and statutes',
  fault: "The operator's legalForm or statutes are stated in a form that can't be read.",
  consumerLoses: "People can't see whose the publisher is: a cooperative of shops, a municipality, a firm.",
  whatToDo: 'Write the legal form as text, and the statutes as an address.',
  needs: { description },
  judge: ({ description: described }) => {
    const operator = isObject(described.json['operator']) ? described.json['operator'] : {};
    if (operator['legalForm'] === undefined && operator['statutes'] === undefined)
      return inapplicable("the operator states neither; whether it has them can't be seen from outside");
    return failedIfAny(
      modelFindings(
        described,
        ([first, second]) => first === 'operator' && ['legalForm', 'statutes'].includes(String(second)),
      ),
      'legal form and statutes',
    );
  },
});
