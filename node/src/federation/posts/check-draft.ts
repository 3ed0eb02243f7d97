import { Fault } from '../../model/fault.ts';
import { postLimits } from './limits.ts';
import type { PostDraft, PostPicture } from './post.ts';
import { readAddress } from './read-address.ts';

const refuse = (message: string): never => {
  throw new Fault('bad-request', message);
};

const languagePattern = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

const checkedAddress = (address: string, what: string): string =>
  readAddress(address) ??
  refuse(
    `The ${what} "${address.slice(0, 100)}" is no web address: write one that starts with https:// and has at most ${postLimits.addressCharactersMax} characters.`,
  );

const checkedPicture = ({ address, alternative }: PostPicture): PostPicture => {
  const words = alternative.trim();
  if (words === '')
    refuse('A picture needs words for who does not see it: say with --alt (or the column alt) what it shows.');
  if (words.length > postLimits.alternativeCharactersMax)
    refuse(
      `The words for a picture have ${words.length} characters: at most ${postLimits.alternativeCharactersMax} are taken.`,
    );
  return { address: checkedAddress(address, 'picture'), alternative: words };
};

/** The draft in the form that is kept. @throws {Fault} `bad-request` with what to write instead */
export const checkDraft = (draft: PostDraft): PostDraft => {
  const text = draft.text.replaceAll(/\r\n?/g, '\n').trim();
  if (text === '') refuse('A post needs a text.');
  if (text.length > postLimits.textCharactersMax)
    refuse(`The text has ${text.length} characters: at most ${postLimits.textCharactersMax} are taken.`);
  if (!languagePattern.test(draft.language))
    refuse(`"${draft.language.slice(0, 50)}" is no language code: write one such as nl or en.`);
  if (draft.pictures.length > postLimits.pictures)
    refuse(`A post has at most ${postLimits.pictures} pictures, not ${draft.pictures.length}.`);
  return {
    text,
    language: draft.language,
    ...(draft.link === undefined ? {} : { link: checkedAddress(draft.link, 'link') }),
    pictures: draft.pictures.map(checkedPicture),
  };
};
