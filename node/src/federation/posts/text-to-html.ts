import { escapeHtml } from '../escape-html.ts';
import { hashtagPattern, hashtagsOf } from './hashtags.ts';
import { readAddress } from './read-address.ts';

// Signs that end a sentence end no address, and neither does a bracket that encloses it.
const addressPattern = /\bhttps?:\/\/[^\s<>"'()[\]{}]*[^\s<>"'()[\]{}.,;:!?]/giu;

const showLink = (address: string): string => {
  const safe = readAddress(address);
  return safe === undefined
    ? escapeHtml(address)
    : `<a href="${escapeHtml(safe)}" rel="nofollow noopener" target="_blank">${escapeHtml(address)}</a>`;
};

/** Applies `show` to what a pattern finds, and `between` to the rest. */
const mapMatches = (
  text: string,
  pattern: RegExp,
  show: (match: string) => string,
  between: (text: string) => string,
): string => {
  let end = 0;
  let html = '';
  for (const match of text.matchAll(pattern)) {
    html += between(text.slice(end, match.index)) + show(match[0]);
    end = match.index + match[0].length;
  }
  return html + between(text.slice(end));
};

/** What a hashtag leads to: a search of this node. */
export const hashtagAddress = (origin: string, tag: string): string => `${origin}/search?q=${encodeURIComponent(tag)}`;

const showLine = (line: string, origin: string, tags: ReadonlySet<string>): string =>
  mapMatches(line, addressPattern, showLink, (rest) =>
    mapMatches(
      rest,
      hashtagPattern,
      (match) => {
        const tag = match.slice(1);
        if (!tags.has(tag.toLowerCase())) return escapeHtml(match);
        const address = escapeHtml(hashtagAddress(origin, tag));
        return `<a href="${address}" class="mention hashtag" rel="tag">#<span>${escapeHtml(tag)}</span></a>`;
      },
      escapeHtml,
    ),
  );

/**
 * Makes HTML of plain text: paragraphs, line breaks, links and hashtags, and nothing else whatever the text says.
 * Mastodon and others keep exactly these elements.
 */
export const textToHtml = (text: string, origin: string): string => {
  const tags = new Set(hashtagsOf(text).map((tag) => tag.toLowerCase()));
  return text
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => {
      const lines = paragraph.split('\n').map((line) => showLine(line.trim(), origin, tags));
      return `<p>${lines.join('<br>')}</p>`;
    })
    .join('');
};
