/** What can be filtered, under the name of the attribute that carries it. */
export type Filter = 'outcome' | 'class';

/** The id of the box that shows or hides what has this value. */
export const filterId = (filter: Filter, value: string): string => `show-${filter}-${value}`;

/** Filters by themselves: whatever has a value whose box is not ticked is not shown. No script is needed. */
const filterRule = (filter: Filter, value: string): string =>
  `body:has(#${filterId(filter, value)}:not(:checked)) [data-${filter}="${value}"]{display:none}`;

/** The stylesheet of the report. @param values all that boxes stand for */
export const stylesheet = (values: readonly (readonly [Filter, string])[]): string =>
  [
    ':root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif;--ok:#18703b;--bad:#b3261e;--maybe:#7a5200;--quiet:#595959;--line:#c9c9c9}',
    '@media(prefers-color-scheme:dark){:root{--ok:#7bd69b;--bad:#ff9a91;--maybe:#f0c060;--quiet:#b0b0b0;--line:#555}}',
    'body{max-width:62rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}',
    'fieldset{display:inline-block;border:1px solid var(--line);margin:0 .5rem .5rem 0;vertical-align:top}',
    'fieldset label{display:inline-block;margin-right:1rem}',
    'table{border-collapse:collapse}th,td{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0}',
    '.requirement{border-top:1px solid var(--line);padding:.5rem 0}.requirement h3{margin:0;font-size:1rem}.requirement p{margin:.25rem 0}',
    '.mark{font-weight:bold}.passed{color:var(--ok)}.failed{color:var(--bad)}.advice{color:var(--maybe)}.inapplicable,.not-tested,.quiet{color:var(--quiet)}',
    'pre{white-space:pre-wrap;border-left:3px solid var(--line);margin:.25rem 0;padding-left:.75rem;max-height:20rem;overflow:auto}',
    ...values.map(([filter, value]) => filterRule(filter, value)),
  ].join('\n');
