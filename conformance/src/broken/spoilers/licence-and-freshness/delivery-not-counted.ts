import type { Spoiler } from '../../spoiler.ts';
import { changePage, isPageOf } from '../change-page.ts';

/** The pages of offers do not count the delivery that confirmed them. */
export const deliveryNotCounted: Spoiler = {
  name: 'delivery-not-counted',
  fails: ['page-seen-when'],
  answer: changePage(isPageOf('offers'), (body) =>
    body.replace(/<time datetime="[^"]*">/, '<time datetime="2026-03-07T05:00:00.000Z">'),
  ),
};
