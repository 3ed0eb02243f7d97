import type { Spoiler } from '../spoiler.ts';

/** Changes the HTML that some paths answer. */
export const changePage =
  (paths: (pathname: string) => boolean, change: (body: string) => string): NonNullable<Spoiler['answer']> =>
  (answer, { url }) =>
    answer.type.startsWith('text/html') && paths(url.pathname) ? { ...answer, body: change(answer.body) } : answer;

/** The pages of one kind, by the first segment of their paths. */
export const isPageOf =
  (segment: string): ((pathname: string) => boolean) =>
  (pathname) =>
    pathname.startsWith(`/${segment}/`);
