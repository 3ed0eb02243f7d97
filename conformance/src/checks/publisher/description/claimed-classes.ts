import { conformanceClassIri } from '@openstraat/spec';
import { description } from '../../../evidence/description.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { failedIfAny } from '../../verdict.ts';
import { modelFindings } from './model-findings.ts';

/** DESC-007: It claims conformance classes. */
export const claimedClasses: Check = defineCheck({
  name: 'claimed-classes',
  requirement: 'DESC-007',
  title: 'It claims conformance classes',
  fault: 'conformsTo does not list classes, each as https://w3id.org/openstraat/spec# and its name.',
  consumerLoses: "Consumers can't tell what they may rely on, and registries not what to test.",
  whatToDo:
    'List in conformsTo the IRI of each class that you claim, such as https://w3id.org/openstraat/spec#publisher.',
  needs: { description },
  judge: ({ description: described }) => {
    const { exchange, json } = described;
    const findings = [...modelFindings(described, ([name]) => name === 'conformsTo')];
    const claims = Array.isArray(json['conformsTo']) ? (json['conformsTo'] as readonly unknown[]) : [];
    if (
      findings.length === 0 &&
      !claims.some((claim) => typeof claim === 'string' && claim.startsWith(conformanceClassIri('')))
    )
      findings.push(
        atPointer(
          exchange,
          jsonPointer('conformsTo'),
          `none of ${claims.length} entries is the IRI of a conformance class`,
        ),
      );
    return failedIfAny(findings, `${claims.length} claims`);
  },
});
