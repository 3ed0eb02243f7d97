import {
  Application,
  type CryptographicKey,
  Endpoints,
  Image,
  Link,
  type Multikey,
  Organization,
  PropertyValue,
} from '@fedify/vocab';
import type { NodeSettings } from '../../config/settings.ts';
import { descriptionPath } from '../../http/link.ts';
import { mediaTypes } from '../../http/media-types.ts';
import { instant } from '../posts/instant.ts';
import { actorAddresses } from './actor-addresses.ts';
import type { ActorProfile } from './actor-profile.ts';
import { type LocalActor, nodeIdentifier } from './local-actor.ts';

/** Where the picture stands that every actor without one of its own has. */
export const iconPath = '/icon.png';

/** The public keys of an actor. */
export interface ActorPublicKeys {
  readonly publicKey: CryptographicKey;
  readonly assertionMethods: readonly Multikey[];
}

const pictureTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
};

// Servers that get no media type guess by the ending too; what has none they may refuse to show.
const image = (address: string, name: string): Image => {
  const type = pictureTypes[/\.([a-z]+)(?:[?#]|$)/i.exec(address)?.[1]?.toLowerCase() ?? ''];
  return new Image({ url: new URL(address), name, ...(type === undefined ? {} : { mediaType: type }) });
};

/** The pages of an actor: what people read, and for the node what programs read of it. */
const pagesOf = (actor: LocalActor, page: string, origin: string): (URL | Link)[] =>
  actor.identifier === nodeIdentifier
    ? [
        new URL(page),
        new Link({ rel: 'describedby', mediaType: mediaTypes.jsonLd, href: new URL(origin + descriptionPath) }),
      ]
    : [new URL(page)];

/** An actor as its document says it: the node is an Application, a place an Organization. */
export const actorDocument = (
  actor: LocalActor,
  profile: ActorProfile,
  keys: ActorPublicKeys,
  settings: NodeSettings,
): Application | Organization => {
  const { origin } = settings;
  const addresses = actorAddresses(origin, actor.identifier);
  const values = {
    id: new URL(addresses.actor),
    preferredUsername: actor.username,
    name: profile.name,
    summary: profile.summary,
    urls: pagesOf(actor, profile.page, origin),
    inbox: new URL(addresses.inbox),
    outbox: new URL(addresses.outbox),
    followers: new URL(addresses.followers),
    following: new URL(addresses.following),
    endpoints: new Endpoints({ sharedInbox: new URL(addresses.sharedInbox) }),
    icon: image(profile.picture ?? origin + iconPath, profile.name),
    ...(profile.picture === undefined ? {} : { image: image(profile.picture, profile.name) }),
    attachments: profile.fields.map((field) => new PropertyValue(field)),
    published: instant(Date.parse(actor.since)),
    discoverable: true,
    indexable: true,
    manuallyApprovesFollowers: settings.followers !== 'open',
    publicKey: keys.publicKey,
    assertionMethods: [...keys.assertionMethods],
    ...(actor.movedTo === undefined ? {} : { successor: new URL(actor.movedTo) }),
    aliases: actor.alsoKnownAs.map((address) => new URL(address)),
  };
  return actor.identifier === nodeIdentifier ? new Application(values) : new Organization(values);
};
