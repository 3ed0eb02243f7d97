import { digitalLinks } from '../../../evidence/search/digital-links.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

const defaultLink = 'https://ref.gs1.org/voc/defaultLink';

/** GDL-006: One default link. */
export const oneDefaultLink: Check = defineCheck({
  name: 'one-default-link',
  requirement: 'GDL-006',
  title: 'There is one default link, and it has a meaning',
  fault: 'A linkset has no default link or several, or one that stands under no other link type.',
  consumerLoses: 'Scanners do not know where to lead.',
  whatToDo: 'Give exactly one gs1:defaultLink, whose href also stands under another link type.',
  needs: { digitalLinks },
  judge: ({ digitalLinks: all }) =>
    judgeEach(
      'linksets',
      all.map(({ linkset, targets }) => ({ exchange: linkset, targets })),
      ({ exchange, targets }) => {
        if (targets === undefined) return undefined;
        const defaults = targets.filter(({ type }) => type === defaultLink);
        const [first] = defaults;
        if (first === undefined || defaults.length > 1)
          return [atPointer(exchange, jsonPointer('linkset', 0, defaultLink), `${defaults.length} default links`)];
        return targets.some(({ type, href }) => type !== defaultLink && href === first.href)
          ? []
          : [atPointer(exchange, jsonPointer('linkset', 0, defaultLink), 'its href stands under no other link type')];
      },
    ),
});
