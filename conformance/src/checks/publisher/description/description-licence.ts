import { description } from '../../../evidence/description.ts';
import { walk } from '../../../evidence/walk.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { failedIfAny } from '../../verdict.ts';
import { modelFindings } from './model-findings.ts';

/** DESC-004: It states the licence of the feed. */
export const descriptionLicence: Check = defineCheck({
  name: 'description-licence',
  requirement: 'DESC-004',
  title: 'It states the licence of the feed',
  fault: "license is missing, no address, or another than the feed's pages state.",
  consumerLoses: 'Whoever reads the description believes in other rights than the feed gives.',
  whatToDo: 'Write the same licence address into the description and into every page of the feed.',
  needs: { description, walk },
  judge: ({ description: described, walk: walked }) => {
    const { exchange, json } = described;
    const findings = [...modelFindings(described, ([name]) => name === 'license')];
    const other = [...walked.licenses].find(
      (license) => typeof license === 'string' && URL.canParse(license) && license !== json['license'],
    );
    if (findings.length === 0 && other !== undefined)
      findings.push(
        atPointer(
          exchange,
          jsonPointer('license'),
          `license is ${shown(json['license'])}, and the feed's pages say ${shown(other)}`,
        ),
      );
    return failedIfAny(findings, `the description and ${walked.pages.length} pages`);
  },
});
