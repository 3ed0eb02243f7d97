import type { Asked, Scenario } from '../scenario.ts';
import { villageGtins } from '../village.ts';

type Parts = Parameters<Scenario['begin']>[0];

interface Trouble {
  /** Three unless it says otherwise: a reader may leave at the trouble, and come back. */
  readonly visits?: number;
  /** What changes before the second visit: one product more unless it says otherwise. */
  readonly before?: (parts: Parts) => void;
  /** The answer at the address where the second visit goes on; `times` counts from that visit on. */
  readonly answer?: (asked: Asked, right: () => Response, parts: Parts) => Response | undefined;
  /** The answer at other addresses from then on. @param right gives the page that stands where the trouble is */
  readonly answerElsewhere?: (asked: Asked, right: () => Response) => Response | undefined;
}

/** A first visit that is quiet, and a second one that meets trouble at the address where it goes on. */
export const troubleAtSecondVisit = (name: string, trouble: Trouble): Scenario => ({
  name,
  begin(parts) {
    const { feed } = parts;
    const { source, place, product, offer } = feed.things;
    const [first, second, third] = villageGtins;
    feed.put(source, place('de-ketting'), product(first), offer(first, 'de-ketting'));
    const { head } = feed;
    const troubled = feed.addressAfter(head);
    let times = 0;
    return {
      visits: trouble.visits ?? 3,
      beforeVisit(visit) {
        // Who left at the trouble may be late; for all others there is something to see at a fourth visit.
        if (visit === 4) feed.put(product(third));
        if (visit === 2 && trouble.before === undefined) feed.put(product(second));
        if (visit === 2) trouble.before?.(parts);
      },
      answer(asked) {
        if (asked.visit < 2) return undefined;
        const right = (): Response => feed.page(troubled, head);
        if (asked.url !== troubled) return trouble.answerElsewhere?.(asked, right);
        times += 1;
        return trouble.answer?.({ ...asked, times }, right, parts);
      },
    };
  },
});
