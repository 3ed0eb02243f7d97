import { html } from 'hono/html';
import type { NodeSettings } from '../../config/settings.ts';
import type { Html } from '../../http/html.ts';
import type { NewsItem, NewsReply } from '../../model/news.ts';
import { isOwnThingGone } from './own-thing-gone.ts';
import type { PageContext } from './page-context.ts';
import { linkTo } from './parts.ts';
import { safeAddress, showAddress, showMomentShortly } from './values.ts';

type NewsContext = Pick<PageContext, 'news' | 'language' | 'log' | 'settings'>;
type Language = NodeSettings['language'];

const words = {
  nl: { news: 'Nieuws', changed: 'gewijzigd', replies: 'Reacties', picture: 'Afbeelding' },
  en: { news: 'News', changed: 'changed', replies: 'Replies', picture: 'Picture' },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>;

const withBreaks = (lines: readonly string[]): Html =>
  html`${lines.map((line, index) => (index === 0 ? line : html`<br />${line}`))}`;

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const showParagraphs = (text: string): readonly Html[] =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map(linesOf)
    .filter((lines) => lines.length > 0)
    .map((lines) => html`<p dir="auto">${withBreaks(lines)}</p>`);

/** A link to what a stranger named: search engines are not to take it for ours. */
const strangersLink = (address: string, text: Html | string): Html => {
  const safe = safeAddress(address);
  return safe === undefined ? html`${text}` : html`<a href="${safe}" rel="nofollow ugc noopener">${text}</a>`;
};

const showReply = ({ author, sender, address, text, received }: NewsReply, language: Language): Html =>
  html`<li>
    <span class="quiet"
      >${strangersLink(sender, author)}, ${strangersLink(address, showMomentShortly(received, language))}</span
    >
    <p dir="auto">${withBreaks(linesOf(text))}</p>
  </li>`;

const showReplies = (replies: readonly NewsReply[], language: Language): Html | '' =>
  replies.length === 0
    ? ''
    : html`<h3>${words[language].replies}</h3>
        <ul class="where">
          ${replies.map((reply) => showReply(reply, language))}
        </ul>`;

/** A picture as a link: showing it would make every reader call on another site. */
const showPictures = (pictures: NewsItem['pictures'], language: Language): readonly Html[] =>
  pictures.map(
    ({ address, alternative }) =>
      html`<p>${words[language].picture}: ${linkTo(address, alternative === '' ? address : alternative)}</p>`,
  );

const showItem = async (
  { id, text, language: ownLanguage, link, pictures, published, updated, replies }: NewsItem,
  context: NewsContext,
): Promise<Html> => {
  const { language } = context;
  const said = html`${showParagraphs(text)}`;
  return html`<li id="post-${id}">
    <article>
      <p class="quiet">
        ${showMomentShortly(published, language)}${
          updated === undefined ? '' : html`, ${words[language].changed} ${showMomentShortly(updated, language)}`
        }
      </p>
      ${ownLanguage === language ? said : html`<div lang="${ownLanguage}">${said}</div>`}
      ${link === undefined || (await isOwnThingGone(link, context)) ? '' : html`<p>${showAddress(link)}</p>`}
      ${showPictures(pictures, language)} ${showReplies(replies, language)}
    </article>
  </li>`;
};

/** The latest that a place or the node itself said, with the answers that the operator shows; nothing where it said nothing. */
export const newsSection = async (path: string, context: NewsContext): Promise<Html | ''> => {
  const items = await context.news.latest(path);
  return items.length === 0
    ? ''
    : html`<section id="news">
        <h2>${words[context.language].news}</h2>
        <ul class="plain news">
          ${await Promise.all(items.map((item) => showItem(item, context)))}
        </ul>
      </section>`;
};
