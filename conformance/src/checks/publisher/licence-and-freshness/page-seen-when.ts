import { type Check } from '../../check.ts';
import { atPart, defineDocumentCheck } from '../documents/define-document-check.ts';

/** LIC-009: Seen when. What a page says in words alone can't be told from outside: its time elements can. */
export const pageSeenWhen: Check = defineDocumentCheck({
  name: 'page-seen-when',
  requirement: 'LIC-009',
  title: 'Seen when',
  fault:
    "The page of an Offer says when it was seen, and that is the earlier of its observedAt and its Source's lastCompleteDelivery.",
  consumerLoses: 'What was confirmed last night looks weeks old.',
  whatToDo: 'Show the later of both, in a time element.',
  pages: 'pages of offers that say in a time element when they were seen',
  inspect({ page, thing, source }) {
    const delivered = source?.data['lastCompleteDelivery'];
    const { observedAt } = thing.data;
    if (thing.kind !== 'Offer' || typeof observedAt !== 'string' || typeof delivered !== 'string') return undefined;
    const [earlier = 0, later = 0] = [Date.parse(observedAt), Date.parse(delivered)].toSorted(
      (left, right) => left - right,
    );
    const times = page
      .named('time')
      .map((element) => ({ element, ms: Date.parse(element.attributes.get('datetime') ?? '') }));
    if (times.some(({ ms }) => ms === later)) return [];
    const wrong = times.find(({ ms }) => ms === earlier);
    return wrong === undefined
      ? undefined
      : [
          atPart(
            page,
            wrong.element.start,
            wrong.element.startEnd,
            `the page of ${thing.id} says ${wrong.element.attributes.get('datetime')} instead of ${new Date(later).toISOString()}`,
          ),
        ];
  },
});
