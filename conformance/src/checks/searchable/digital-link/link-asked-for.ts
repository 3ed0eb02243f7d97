import { digitalLinks } from '../../../evidence/search/digital-links.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atStatus } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';
import { redirectFaults } from './redirect-faults.ts';

/** GDL-008: The link that is asked for. */
export const linkAskedFor: Check = defineCheck({
  name: 'link-asked-for',
  requirement: 'GDL-008',
  title: 'A link type leads to its target',
  fault: 'linkType does not lead with 307 to its target, or a type that there is none of not to 404.',
  consumerLoses: 'Apps that want one thing of a product get another.',
  whatToDo: 'Redirect to the target of the type, with the query behind it; answer 404 where there is none.',
  needs: { digitalLinks },
  judge: ({ digitalLinks: all }) =>
    judgeEach(
      'link types',
      all.flatMap(({ typed, targets, unknownType }) => [
        ...typed.map(({ asked, type, exchange }) => ({
          exchange,
          asked,
          hrefs: targets?.filter((target) => target.type === type).map(({ href }) => href) ?? [],
        })),
        { exchange: unknownType, asked: 'gs1:recipeInfo', hrefs: undefined },
      ]),
      ({ exchange, asked, hrefs }) => {
        const { status } = exchange.answer;
        if (hrefs === undefined)
          return status === 404 ? [] : [atStatus(exchange, `status ${status} instead of 404 for ${asked}`)];
        const tries = hrefs.map((href) => redirectFaults(exchange, href, 'a=b'));
        return tries.some((faults) => faults.length === 0) ? [] : (tries[0] ?? []);
      },
    ),
});
