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

const answer = async (
  context: CommandContext,
  json: boolean | undefined,
  said: string,
  post: PostListing,
): Promise<number> => {
  await print(context, json, post, `${said}\n${postText(post)}`);
  return exitCode.done;
};

const edit: Action = async (context, given) => {
  const { values, words } = readArguments('post edit', given, changeOptions, ['id', 'text']);
  const [id = '', text = ''] = words;
  const post = await withNode(context, dataFolderOf(values.data, context.environment), (node) =>
    node.editPost({ id, text }),
  );
  return answer(context, values.json, 'Changed.', post);
};

const remove: Action = async (context, given) => {
  const { values, words } = readArguments('post delete', given, changeOptions, ['id']);
  const post = await withNode(context, dataFolderOf(values.data, context.environment), (node) =>
    node.deletePost({ id: words[0] ?? '' }),
  );
  return answer(context, values.json, 'Taken back.', post);
};

const outcomeText = ({ line, outcome, post, message }: NewsOutcome): string => {
  if (outcome === 'refused') return `line ${line}: refused: ${showable(message ?? '')}`;
  return `line ${line}: ${outcome === 'known' ? 'known already' : outcome} (${post ?? ''})`;
};

const takeFile = async (context: CommandContext, path: string, data: string | undefined, json: boolean | undefined) => {
  const { rows, refused } = await readNews(await diskFile(resolve(path)));
  const taken = await withNode(context, dataFolderOf(data, context.environment), (node) =>
    node.takeNews({ rows: [...rows] }),
  );
  const outcomes = [...taken, ...refused].toSorted((one, other) => one.line - other.line);
  const count = (outcome: NewsOutcome['outcome']): string =>
    showCount(outcomes.filter((one) => one.outcome === outcome).length);
  const summary = `${count('sent')} sent, ${count('scheduled')} wait for their time, ${count('changed')} changed, ${count('known')} known already, ${count('refused')} refused.`;
  await print(context, json, outcomes, [...outcomes.map(outcomeText), summary].join('\n'));
  return outcomes.some(({ outcome }) => outcome === 'refused') ? exitCode.failed : exitCode.done;
};

const publish: Action = async (context, given) => {
  const { values, words } = readArguments('post', given, options, [], ['text']);
  const [text] = words;
  const { file, place, link, image = [], alt = [], language, at } = values;
  if (file !== undefined) {
    if (text !== undefined || [place, link, language, at].some((one) => one !== undefined) || image.length > 0)
      throw usageFault('post', '--file brings texts, places and times of its own: leave the others out.');
    return takeFile(context, file, values.data, values.json);
  }
  if (text === undefined) throw usageFault('post', 'Say what: openstraat post "the text"');
  if (alt.length !== image.length)
    throw usageFault('post', 'Say with an --alt for each --image what it shows, in the same order.');
  const request: PostRequest = {
    text,
    pictures: image.map((address, index) => ({ address, alternative: alt[index] ?? '' })),
    ...(place === undefined ? {} : { place }),
    ...(link === undefined ? {} : { link }),
    ...(language === undefined ? {} : { language }),
    ...(at === undefined ? {} : { at }),
  };
  const post = await withNode(context, dataFolderOf(values.data, context.environment), (node) =>
    node.publishPost(request),
  );
  return answer(context, values.json, post.state === 'scheduled' ? 'It waits for its time.' : 'Said.', post);
};

export const post: Command = {
  name: 'post',
  summary: 'say something to those who follow the node, or one of its places',
  usage: '"text" [options] | --file <file> | edit <id> "text" | delete <id> [--data <folder>]',
  about:
    'Posts as the node, or as a place whose actor is switched on. The text is plain: an empty line starts a paragraph, web addresses become links and #words hashtags. ' +
    'It goes to followers on Mastodon and elsewhere while the node runs; an edit changes it there, and deleting takes it back.\n\n' +
    '--file reads a table with the columns place, text, at, link, image, alt, language and id (only text is needed), or lines of JSON with these names. ' +
    'Rows wait in the node until their time has come, and each is said once however often the file is read. ' +
    'A row that has an id changes its post when the file has changed; one without is a new post when its place, time or text is. Ends with 1 when rows were refused.',
  options: { ...options, ...changeOptions },
  optionHelp: {
    ...dataOptionHelp,
    place: 'the place that says it: its key, address, handle or name (default: the node itself)',
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
    'openstraat post --place fietsen-jansen "Zaterdag fietskeuring" --at "2026-12-05 09:00" --link https://jansen.example/keuring',
    'openstraat post --place fietsen-jansen "Nieuw binnen" --image https://jansen.example/bel.jpg --alt "Een gele fietsbel"',
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
