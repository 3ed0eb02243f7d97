import { description } from '../../../evidence/description.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { isObject, shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { failedIfAny } from '../../verdict.ts';
import { modelFindings } from './model-findings.ts';

const isContact = (contact: string): boolean =>
  /^(?:mailto:)?[^\s@]+@[^\s@]+$/.test(contact) || (URL.canParse(contact) && /^https?:/.test(contact));

/** DESC-003: It says who runs it. */
export const operator: Check = defineCheck({
  name: 'operator',
  requirement: 'DESC-003',
  title: 'It says who runs it',
  fault: 'The operator has no name, or no contact that is an e-mail address or the address of a page.',
  consumerLoses: 'Nobody knows whom to ask when data is wrong, or a shop wants to be left out.',
  whatToDo: 'Give operator a name and a contact: an e-mail address, or the https address of a page.',
  needs: { description },
  judge: ({ description: described }) => {
    const { exchange, json } = described;
    const findings = [
      ...modelFindings(
        described,
        ([first, second]) => first === 'operator' && !['legalForm', 'statutes'].includes(String(second)),
      ),
    ];
    const { contact } = isObject(json['operator']) ? json['operator'] : {};
    if (typeof contact === 'string' && !isContact(contact))
      findings.push(
        atPointer(
          exchange,
          jsonPointer('operator', 'contact'),
          `contact is ${shown(contact)}: neither an e-mail address nor that of a page`,
        ),
      );
    return failedIfAny(findings, 'operator');
  },
});
