import { valuesOf } from '../../../evidence/federation/values.ts';
import { webFinger } from '../../../evidence/federation/web-finger.ts';
import { readObject } from '../../../evidence/json-object-answer.ts';
import { parseHttpUrl } from '../../../fetching/same-host.ts';
import { isObject } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

const profilePage = 'http://webfinger.net/rel/profile-page';

/** FED-011: The handle leads to a page. */
export const handleLeadsToPage: Check = defineCheck({
  name: 'handle-leads-to-page',
  requirement: 'FED-011',
  title: 'The handle leads to a page',
  fault: 'WebFinger gives no page for people.',
  consumerLoses: 'Apps can not show people where the publisher is on the web.',
  whatToDo: 'Add a link with rel http://webfinger.net/rel/profile-page, type text/html and the address of the page.',
  needs: { webFinger },
  judge: ({ webFinger: { handle } }) =>
    judgeEach('handle', [{ exchange: handle }], ({ exchange }) => {
      const reading = readObject(exchange);
      if (!reading.ok) return undefined;
      const isThere = valuesOf(reading.value.json['links']).some(
        (link) =>
          isObject(link) &&
          link['rel'] === profilePage &&
          link['type'] === 'text/html' &&
          parseHttpUrl(String(link['href'])) !== undefined,
      );
      return isThere ? [] : [atPointer(exchange, '/links', `no link with rel ${profilePage}`)];
    }),
});
