import { contextPath } from '@openstraat/spec';
import { descriptionPath } from '@openstraat/spec';
import { feedStart } from '../../../evidence/feed-start.ts';
import { publisher } from '../../../evidence/publisher.ts';
import { robots } from '../../../evidence/robots.ts';
import { thingDocuments } from '../../../evidence/thing-documents.ts';
import { isObject } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atBytes } from '../../finding.ts';
import { failedIfAny, inapplicable, notTested, unanswered } from '../../verdict.ts';
import { robotsRuleAgainst } from './robots-rules.ts';

const pathOf = (address: unknown): string | undefined => {
  const url = typeof address === 'string' ? URL.parse(address) : null;
  return url === null ? undefined : url.pathname + url.search;
};

/** DOC-010: Crawlers are welcome. */
export const crawlersWelcome: Check = defineCheck({
  name: 'crawlers-welcome',
  requirement: 'DOC-010',
  title: 'Crawlers are welcome',
  fault:
    'The robots.txt keeps robots from the pages of things, the feed, the checkpoint, the context or the description.',
  consumerLoses: 'Search engines and apps that keep to it may not read what is meant for them.',
  whatToDo: 'Take those paths out of Disallow, for every User-agent.',
  needs: { robots, publisher, thingDocuments },
  judge: ({ robots: exchange, publisher: facts, thingDocuments: { documents } }) => {
    const { answer } = exchange;
    if (answer === undefined) return unanswered(exchange);
    if (answer.status === 404 || answer.status === 410) return inapplicable('there is no /robots.txt');
    if (answer.status !== 200) return notTested('evidence-missing', `/robots.txt answers ${answer.status}`);
    const feed = isObject(facts.description['feed']) ? facts.description['feed'] : {};
    const text = answer.body.toString('utf8');
    const paths = [
      pathOf(feedStart(facts)),
      pathOf(feed['checkpointUrl']),
      contextPath,
      descriptionPath,
      ...documents.map(({ thing }) => pathOf(thing.id)),
    ].filter((path) => path !== undefined);
    const findings = paths.flatMap((path) => {
      const rule = robotsRuleAgainst(text, path);
      return rule === undefined
        ? []
        : [atBytes(exchange, 0, answer.body.length, `"${rule.line}" keeps ${rule.agent} from ${path}`)];
    });
    return failedIfAny(findings, `${paths.length} paths`);
  },
});
