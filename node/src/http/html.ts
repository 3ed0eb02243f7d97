import type { html } from 'hono/html';

/** A piece of a page: text in it is already escaped. */
export type Html = ReturnType<typeof html>;
