import { fingerprint } from './entity-tag.ts';

/** The look of all pages: the reader's own fonts, dark on light (or light on dark where the reader asks), one column. */
export const stylesheet = `:root {
  color-scheme: light dark;
  --ink: #1b1f24; --paper: #fdfdfb; --quiet: #52585f; --line: #d5d8d3; --link: #0b5566; --mark: #fff1c2; --mark-ink: #4a3500; --panel: #f1f3ee;
}
@media (prefers-color-scheme: dark) {
  :root { --ink: #eceeea; --paper: #16191c; --quiet: #b0b6bb; --line: #3a4046; --link: #84cfe0; --mark: #4a3b10; --mark-ink: #ffe9ae; --panel: #20252a; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere; }
/* Texts of others may turn the direction of writing: not beyond themselves. */
a, span { unicode-bidi: isolate; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible, main:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
header, main, footer { max-width: 60rem; margin: 0 auto; padding: 1rem; }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: baseline; border-bottom: 1px solid var(--line); }
header nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
header nav a, .pages a { display: inline-block; padding: .375rem 0; }
.home { font-weight: 700; font-size: 1.25rem; color: inherit; text-decoration: none; padding: .25rem 0; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: .5rem; top: .5rem; background: var(--paper); padding: .5rem 1rem; z-index: 1; }
.banner { margin: 0; padding: .5rem 1rem; background: var(--mark); color: var(--mark-ink); text-align: center; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: .5rem 0; }
h2 { font-size: 1.3rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1.1rem; margin: 1.25rem 0 .25rem; }
.lead { font-size: 1.15rem; color: var(--quiet); margin-top: 0; }
.quiet { color: var(--quiet); }
.plain { list-style: none; padding: 0; margin: 0; }
.plain > li { padding: .45rem 0; border-bottom: 1px solid var(--line); }
.numbers { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; padding: .75rem 1rem; margin: 1rem 0; background: var(--panel); list-style: none; }
dl.facts { display: grid; grid-template-columns: minmax(7rem, 12rem) 1fr; gap: .35rem 1rem; margin: 1rem 0; }
dl.facts dt { color: var(--quiet); }
dl.facts dd { margin: 0; }
dd ul, td ul { margin: 0; padding: 0; list-style: none; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .5rem 1.25rem .5rem 0; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
th:last-child, td:last-child { padding-right: 0; }
th { color: var(--quiet); font-weight: 600; white-space: nowrap; }
.nowrap, .offers .seen { white-space: nowrap; }
.offers .subject { width: 50%; }
.offers .price { text-align: right; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
input, select, button, textarea { font: inherit; color: inherit; max-width: 100%; padding: .45rem .6rem; background: var(--paper); border: 1px solid var(--quiet); border-radius: .3rem; }
input[type=checkbox] { width: 1.15rem; height: 1.15rem; vertical-align: -.15rem; }
button { background: var(--link); border-color: var(--link); color: var(--paper); font-weight: 600; cursor: pointer; }
:is(input, select, button, summary):focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
button:focus-visible { outline-color: var(--ink); }
summary { cursor: pointer; padding: .375rem 0; }
.box { display: flex; gap: .5rem; }
.box input { flex: 0 1 24rem; min-width: 0; }
.box button { flex: none; }
/* Takes what is left of the row, or a whole one of its own where that is too little. */
header search { flex: 1 1 14rem; min-width: 0; }
header .box input { flex: 1 1 0; }
.search { padding: 1rem; margin: 1rem 0; background: var(--panel); border-radius: .4rem; }
.search p { margin: 0; }
.search .box { margin-top: .35rem; }
.go-on { display: inline-block; padding: .45rem .6rem; border-radius: .3rem; background: var(--link); color: var(--paper); font-weight: 600; text-decoration: none; }
.fields { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: end; }
.fields label { display: block; }
.fields .wide { flex: 1 1 18rem; }
.fields .wide input { width: 100%; }
.ticks label { display: inline-block; margin-right: 1rem; padding: .3rem 0; }
.search .quiet { font-size: .95rem; margin-top: .5rem; }
.results { list-style: none; padding: 0; margin: 0; }
.results > li { padding: .9rem 0; border-bottom: 1px solid var(--line); }
.results h3 { margin: 0; }
.results p { margin: .1rem 0; }
.where { list-style: none; padding: 0; margin: .35rem 0; }
.where > li { padding: .25rem 0 .25rem .8rem; border-left: 3px solid var(--line); }
.where > li > span { display: block; }
.news p { margin: .35rem 0; }
.news h3 { margin: .75rem 0 .25rem; }
.why { font-size: .95rem; color: var(--quiet); }
.why ul { margin: 0; }
.problem { border-left: 4px solid var(--mark-ink); background: var(--mark); color: var(--mark-ink); padding: .5rem 1rem; }
.problem h2 { margin: 0; }
pre { overflow-x: auto; padding: .75rem 1rem; background: var(--panel); font-size: .9rem; line-height: 1.45; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: .95rem; }
@media (max-width: 34rem) {
  dl.facts { display: block; }
  dl.facts dd { margin-bottom: .6rem; }
  .offers, .offers tbody, .offers tr, .offers td { display: block; }
  .offers thead { position: absolute; left: -999rem; }
  .offers tr { padding: .5rem 0; border-bottom: 1px solid var(--line); }
  .offers td { position: relative; padding: .1rem 0; border: 0; text-align: left; }
  .offers td[data-label] { padding-left: 5.5rem; }
  .offers .subject { width: auto; font-weight: 600; }
  .offers .price { text-align: left; }
  .offers .seen { white-space: normal; }
  .offers td[data-label]::before { content: attr(data-label); color: var(--quiet); position: absolute; left: 0; }
}
`;

/** Its address; another look has another address, so that it can be kept for good. */
export const stylesheetPath: string = `/style-${fingerprint(stylesheet)}.css`;
