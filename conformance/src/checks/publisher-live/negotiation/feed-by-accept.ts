import { readObject } from '../../../evidence/json-object-answer.ts';
import { resources, type ResourceAnswers } from '../../../evidence/live/resources.ts';
import { mediaTypeOf } from '../../../fetching/header-values.ts';
import { isObject } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atBytes, atHeader, atPointer, atStatus } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** Versions of the entries of a page, in their order; undefined where it is no page. */
const versionsOf = ({ exchange }: ResourceAnswers): readonly unknown[] | undefined => {
  const reading = readObject(exchange);
  const items = reading.ok ? reading.value.json['items'] : undefined;
  return Array.isArray(items)
    ? items.map((item: unknown) => (isObject(item) ? item['version'] : undefined))
    : undefined;
};

/** LIVE-006: The feed by Accept. */
export const feedByAccept: Check = defineCheck({
  name: 'feed-by-accept',
  requirement: 'LIVE-006',
  title: 'The feed comes as JSON, as JSON-LD and as N-Quads',
  fault: 'The feed does not answer in one of its three forms, or not with the same entries.',
  consumerLoses: 'Readers of one of the forms get nothing, or something else than the others.',
  whatToDo: 'Answer application/json, application/ld+json and application/n-quads from the same page.',
  needs: { resources },
  judge: ({ resources: asked }) => {
    const pages = asked.filter(({ what }) => what === 'page' || what === 'last-page');
    return judgeEach('forms of pages', pages, ({ url, accept, exchange }) => {
      const { answer } = exchange;
      if (answer.status !== 200) return [atStatus(exchange, `status ${answer.status} for Accept: ${accept}`)];
      if (mediaTypeOf(answer) !== accept)
        return [atHeader(exchange, 'content-type', `${mediaTypeOf(answer)} for Accept: ${accept}`)];
      const plain = pages.find((one) => one.url === url && one.accept === 'application/json');
      const expected = plain === undefined ? undefined : versionsOf(plain);
      if (expected === undefined) return [];
      if (accept === 'application/ld+json') {
        const own = versionsOf({ exchange } as ResourceAnswers);
        return JSON.stringify(own) === JSON.stringify(expected)
          ? []
          : [atPointer(exchange, '/items', 'other entries than as application/json')];
      }
      if (accept !== 'application/n-quads') return [];
      const text = answer.body.toString('utf8');
      const lost = expected.find(
        (version): version is string => typeof version === 'string' && !text.includes(`<${version}>`),
      );
      return lost === undefined
        ? []
        : [atBytes(exchange, 0, answer.body.length, `${lost} is on the page as application/json, not here`)];
    });
  },
});
