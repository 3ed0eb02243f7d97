import { html } from 'hono/html';
import type { NodeSettings } from '../../config/settings.ts';
import type { Html } from '../../http/html.ts';
import type { PageContent } from '../../http/page-layout.ts';
import type { Followable, FollowRefusal } from '../remote-follow.ts';

type Language = NodeSettings['language'];

const words = {
  nl: {
    follow: 'Volg deze plek',
    followNode: 'Volg deze site',
    why: 'Nieuws van hier in uw tijdlijn, op Mastodon en andere sociale netwerken van de Fediverse. Zoek daar naar deze naam:',
    account: 'Of vul uw eigen account in, dan brengen wij u erheen',
    hint: 'Zoals @naam@mastodon.example. Wij bewaren het niet.',
    go: 'Volgen',
    goOn: 'Volg op',
    back: 'Terug naar de pagina',
    refusals: {
      'account-unreadable': 'Dit lijkt geen account. Schrijf het als @naam@server, of plak het adres van uw profiel.',
      'server-unreachable': 'Die server antwoordt niet. Controleer de naam achter de laatste @, of probeer het later.',
      'account-unknown': 'Die server kent dit account niet. Controleer hoe u het hebt geschreven.',
      'not-offered': 'Die server kan u niet verder leiden. Zoek daar zelf naar de naam hierboven, en volg hem.',
    },
  },
  en: {
    follow: 'Follow this place',
    followNode: 'Follow this site',
    why: 'News from here in your timeline, on Mastodon and other social networks of the Fediverse. Search there for this name:',
    account: 'Or fill in your own account, and we take you there',
    hint: 'Such as @name@mastodon.example. We do not keep it.',
    go: 'Follow',
    goOn: 'Follow on',
    back: 'Back to the page',
    refusals: {
      'account-unreadable': 'This is no account. Write it as @name@server, or paste the address of your profile.',
      'server-unreachable': 'That server does not answer. Check the name behind the last @, or try again later.',
      'account-unknown': 'That server does not know this account. Check how you have written it.',
      'not-offered': 'That server cannot lead you on. Search there for the name above, and follow it.',
    },
  },
} as const satisfies Readonly<
  Record<Language, { readonly refusals: Readonly<Record<FollowRefusal, string>>; readonly [name: string]: unknown }>
>;

interface FollowForm {
  /** Of what is followed. */
  readonly path: string;
  /** What somebody gave as their account. */
  readonly account: string;
  readonly refusal: FollowRefusal | undefined;
}

/** What the page is made from on which people say where their account is. */
export interface FollowState extends Followable, FollowForm {
  /** The page at their server, where they have to say first that they want to go there. */
  readonly leadsTo: string | undefined;
}

const followForm = ({ handle }: Followable, { path, account, refusal }: FollowForm, language: Language): Html => {
  const say = words[language];
  return html`<p>${say.why} <strong class="handle">${handle}</strong></p>
    ${refusal === undefined ? '' : html`<p class="problem" role="alert" id="follow-problem">${say.refusals[refusal]}</p>`}
    <form class="search" action="/follow" method="get">
      <input type="hidden" name="place" value="${path}" />
      <p><label for="follow-account">${say.account}</label></p>
      <p class="box">
        <input
          id="follow-account"
          name="account"
          maxlength="300"
          required
          autocapitalize="none"
          autocomplete="off"
          spellcheck="false"
          value="${account}"
          aria-describedby="follow-hint"
        />
        <button type="submit">${say.go}</button>
      </p>
      <p class="quiet" id="follow-hint">${say.hint}</p>
    </form>`;
};

const headingFor = (path: string, language: Language): string =>
  path === '/' ? words[language].followNode : words[language].follow;

/** The part of a page that says how to follow what stands at a path: a place, or the node at `/`. */
export const followSection = (followable: Followable, path: string, language: Language): Html =>
  html`<section id="follow">
    <h2>${headingFor(path, language)}</h2>
    ${followForm(followable, { path, account: '', refusal: undefined }, language)}
  </section>`;

/** The page on which people say where their account is. */
export const followPage = (state: FollowState, language: Language): PageContent => {
  const say = words[language];
  const title = headingFor(state.path, language);
  return {
    title,
    body: html`<h1>${title}</h1>
      ${
        state.leadsTo === undefined
          ? ''
          : html`<p>
              <a class="go-on" rel="nofollow noopener" href="${state.leadsTo}"
                >${say.goOn} ${new URL(state.leadsTo).host}</a
              >
            </p>`
      }
      ${followForm(state, state, language)}
      <p><a href="${state.path}">${say.back}</a></p>`,
  };
};
