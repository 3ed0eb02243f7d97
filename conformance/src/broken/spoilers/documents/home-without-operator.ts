import type { Spoiler } from '../../spoiler.ts';
import { changePage } from '../change-page.ts';

/** The front page does not say who runs it. */
export const homeWithoutOperator: Spoiler = {
  name: 'home-without-operator',
  fails: ['home-page'],
  answer: changePage(
    (path) => path === '/',
    (body) => body.replace('Winkelcoöperatie Waterveen', ''),
  ),
};
