import { resolve } from 'node:path';
import { diskFile } from '../app/disk-file.ts';
import type { NewsOutcome, PostListing, PostRequest } from '../control/commands.ts';
import {
  type Action,
  type Command,
  type CommandContext,
  dataFolderOf,
  dataOption,
  dataOptionHelp,
  readArguments,
  usageFault,
} from './command.ts';
import { exitCode } from './exit-code.ts';
import { postText } from './post-text.ts';
import { readNews } from './read-news.ts';
import { jsonText, showable, showCount } from './terminal.ts';
import { withNode } from './with-node.ts';

const options = {
  ...dataOption,
  place: { type: 'string' },
  'reply-to': { type: 'string' },
  link: { type: 'string' },
  image: { type: 'string', multiple: true },
  alt: { type: 'string', multiple: true },
  language: { type: 'string' },
  at: { type: 'string' },
  file: { type: 'string' },
  json: { type: 'boolean' },
} as const;
const changeOptions = { ...dataOption, json: { type: 'boolean' } } as const;

const print = (context: CommandContext, json: boolean | undefined, value: unknown, text: string): Promise<void> =>
  context.terminal.print(json === true ? jsonText(value) : `${text}\n`);

/** A post after something was done with it, by a node that runs or a folder that was opened for it. */
interface Done {
  readonly post: PostListing;
  readonly isRunning: boolean;
}

const done = async (asked: Promise<PostListing>, isRunning: boolean): Promise<Done> => ({
  post: await asked,
  isRunning,
});

/** Followers hear of what was said, and of its end; not of what waits. */
const isForFollowers = ({ state }: PostListing): boolean => state === 'published' || state === 'deleted';

const answer = async (
  context: CommandContext,
  json: boolean | undefined,
  [said, kept]: readonly [now: string, onceItRuns: string],
  { post, isRunning }: Done,
): Promise<number> => {
  const words = isRunning || !isForFollowers(post) ? said : `${kept} when the node is started.`;
  await print(context, json, post, `${words}\n${postText(post)}`);
  return exitCode.done;
};

const edit: Action = async (context, given) => {
  const { values, words } = readArguments('post edit', given, changeOptions, ['id', 'text']);
  const [id = '', text = ''] = words;
  const changed = await withNode(context, dataFolderOf(values.data, context.environment), (node, isRunning) =>
    done(node.editPost({ id, text }), isRunning),
  );
  return answer(context, values.json, ['Changed.', 'Changed: followers are told'], changed);
};

const remove: Action = async (context, given) => {
  const { values, words } = readArguments('post delete', given, changeOptions, ['id']);
  const removed = await withNode(context, dataFolderOf(values.data, context.environment), (node, isRunning) =>
    done(node.deletePost({ id: words[0] ?? '' }), isRunning),
  );
  return answer(context, values.json, ['Taken back.', 'Taken back: followers are told'], removed);
};

const outcomeText = ({ line, outcome, post, message }: NewsOutcome): string => {
  if (outcome === 'refused') return `line ${line}: refused: ${showable(message ?? '')}`;
  return `line ${line}: ${outcome === 'known' ? 'known already' : outcome} (${post ?? ''})`;
};

const takeFile = async (context: CommandContext, path: string, data: string | undefined, json: boolean | undefined) => {
  const { rows, refused } = await readNews(await diskFile(resolve(path)));
  const { taken, isRunning } = await withNode(context, dataFolderOf(data, context.environment), async (node, runs) => ({
    taken: await node.takeNews({ rows: [...rows] }),
    isRunning: runs,
  }));
  const outcomes = [...taken, ...refused].toSorted((one, other) => one.line - other.line);
  const count = (outcome: NewsOutcome['outcome']): string =>
    showCount(outcomes.filter((one) => one.outcome === outcome).length);
  const summary = `${count('sent')} sent, ${count('scheduled')} wait for their time, ${count('changed')} changed, ${count('known')} known already, ${count('refused')} refused.`;
  const hasNews = outcomes.some(({ outcome }) => outcome === 'sent' || outcome === 'changed');
  const waits = isRunning || !hasNews ? [] : ['It goes out when the node is started.'];
  await print(context, json, outcomes, [...outcomes.map(outcomeText), summary, ...waits].join('\n'));
  return outcomes.some(({ outcome }) => outcome === 'refused') ? exitCode.failed : exitCode.done;
};

const publish: Action = async (context, given) => {
  const { values, words } = readArguments('post', given, options, [], ['text']);
  const [text] = words;
  const { file, place, link, image = [], alt = [], language, at, 'reply-to': replyTo } = values;
  if (file !== undefined) {
    if (text !== undefined || [place, link, language, at, replyTo].some((one) => one !== undefined) || image.length > 0)
      throw usageFault('post', '--file brings texts, places and times of its own: leave the others out.');
    return takeFile(context, file, values.data, values.json);
  }
  if (text === undefined) throw usageFault('post', 'Say what: openstraat post "the text"');
  if (place !== undefined && replyTo !== undefined)
    throw usageFault('post', 'An answer comes from the place that was spoken to: leave --place out.');
  if (at !== undefined && replyTo !== undefined)
    throw usageFault('post', 'An answer is said now, to what stands there now: leave --at out.');
  if (alt.length !== image.length)
    throw usageFault('post', 'Say with an --alt for each --image what it shows, in the same order.');
  const request: PostRequest = {
    text,
    pictures: image.map((address, index) => ({ address, alternative: alt[index] ?? '' })),
    ...(place === undefined ? {} : { place }),
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(link === undefined ? {} : { link }),
    ...(language === undefined ? {} : { language }),
    ...(at === undefined ? {} : { at }),
  };
  const said = await withNode(context, dataFolderOf(values.data, context.environment), (node, isRunning) =>
    done(node.publishPost(request), isRunning),
  );
  const now = said.post.state === 'scheduled' ? 'It waits for its time.' : 'Said.';
  return answer(context, values.json, [now, 'Kept: it goes out'], said);
};

export const post: Command = {
  name: 'post',
  summary: 'say something to those who follow the node, or one of its places',
  usage: '"text" [options] | --file <file> | edit <id> "text" | delete <id> [--data <folder>]',
  about:
    'Posts as the node, or as a place whose actor is switched on. The text is plain: an empty line starts a paragraph, web addresses become links and #words hashtags. ' +
    'It goes to followers on Mastodon and elsewhere while the node runs, or when it is started; an edit changes it there, and deleting takes it back.\n\n' +
    '--reply-to answers what somebody has said to the node or a place (openstraat replies). It goes to them, and to everybody else only if they said theirs to everybody. It is said now: without --at.\n\n' +
    '--file reads a table with the columns place, text, at, link, image, alt, language and id (only text is needed), or lines of JSON with these names. ' +
    'Rows wait in the node until their time has come, and each is said once however often the file is read. ' +
    'A row that has an id changes its post when the file has changed; one without is a new post when its place, time or text is. Ends with 1 when rows were refused.',
  options: { ...options, ...changeOptions },
  optionHelp: {
    ...dataOptionHelp,
    place: 'the place that says it: its key, address, handle or name (default: the node itself)',
    'reply-to': 'the id of the reply that it answers; the place that was spoken to says it',
    link: 'web address of what it is about',
    image: 'web address of a picture; at most 4',
    alt: 'what that picture shows, for who does not see it; one for each --image',
    language: "language of the text, such as nl (default: the node's)",
    at: 'when to say it: 2026-12-05 10:00, as the clocks at the place show it (default: now)',
    file: 'a file of news',
    json: 'answer as JSON',
  },
  examples: [
    'openstraat post "De weekmarkt is morgen op het plein. #Waterveen"',
    'openstraat post --place fietsenmakerij-de-ketting "Zaterdag fietskeuring" --at "2026-12-05 09:00" --link https://ketting.example/keuring',
    'openstraat post --place fietsenmakerij-de-ketting "Nieuw binnen" --image https://ketting.example/bel.jpg --alt "Een gele fietsbel"',
    'openstraat post --reply-to 3f2a90c1d4 "Ja, ook op zondag."',
    'openstraat post --file news.csv',
    'openstraat post edit 0mgab3k2f1x9zz "De weekmarkt is overmorgen."',
    'openstraat post delete 0mgab3k2f1x9zz',
  ],
  run: async (context) => {
    const [first, ...others] = context.arguments;
    if (first === 'edit') return edit(context, others);
    if (first === 'delete') return remove(context, others);
    return publish(context, context.arguments);
  },
};
