import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startControlServer } from '../control/server.ts';
import { postLimits } from '../federation/posts/limits.ts';
import { CliInTest } from './run-in-test.test-helper.ts';

const writeNews = async (cli: CliInTest, name: string, text: string): Promise<string> => {
  const path = join(cli.folder.path, name);
  await writeFile(path, text);
  return path;
};

const newsRows = (count: number): string => `text\n${'nieuws\n'.repeat(count)}`;

describe('openstraat post', () => {
  it('hands over what it is given', async () => {
    await using cli = await CliInTest.make();
    const { code, output } = await cli.run([
      'post',
      'Fietskeuring',
      '--place',
      'jansen',
      '--at',
      '2026-12-05 09:00',
      '--link',
      'https://jansen.example/',
      '--image',
      'https://jansen.example/bel.jpg',
      '--alt',
      'Een bel',
      '--language',
      'nl',
    ]);
    expect(code).toBe(0);
    expect(output).toContain('Kept: it goes out when the node is started.\np1: @fietsen-jansen@winkels');
    expect(cli.node.posts).toEqual([
      {
        text: 'Fietskeuring',
        place: 'jansen',
        at: '2026-12-05 09:00',
        link: 'https://jansen.example/',
        language: 'nl',
        pictures: [{ address: 'https://jansen.example/bel.jpg', alternative: 'Een bel' }],
      },
    ]);
  });

  it('says that it has gone out only where a node runs', async () => {
    await using cli = await CliInTest.make();
    await using server = await startControlServer({ path: cli.folder.socket, node: cli.node, onError: () => {} });
    expect((await cli.run(['post', 'Fietskeuring'])).output).toMatch(/^Said\.\np1: /);
    expect((await cli.run(['post', 'edit', 'p7', 'Toch dicht'])).output).toMatch(/^Changed\.\np7: /);
    expect((await cli.run(['post', 'delete', 'p7'])).output).toMatch(/^Taken back\.\np7: /);
    const path = await writeNews(cli, 'news.csv', newsRows(1));
    expect((await cli.run(['post', '--file', path])).output).toMatch(/0 refused\.\n$/);
    expect([cli.opened, server]).toEqual([[], server]);
  });

  it.each([
    [['post']],
    [['post', 'a', 'b']],
    [['post', 'a', '--image', 'https://jansen.example/bel.jpg']],
    [['post', 'a', '--file', 'news.csv']],
    [['post', 'edit', 'p1']],
    [['post', 'delete']],
    [['posts', '--limit', '0']],
    [['posts', '--limit', '1001']],
  ])('refuses %j', async (given) => {
    await using cli = await CliInTest.make();
    expect((await cli.run(given)).code).toBe(2);
    expect(cli.node.posts).toEqual([]);
  });

  it('answers somebody', async () => {
    await using cli = await CliInTest.make();
    expect(await cli.run(['post', '--reply-to', 'r1', 'Ja, ook zondag'])).toMatchObject({ code: 0 });
    expect(cli.node.posts).toEqual([{ replyTo: 'r1', text: 'Ja, ook zondag', pictures: [] }]);
    for (const given of [
      ['--place', 'jansen', 'Ja'],
      ['--at', '2026-12-05 09:00', 'Ja'],
      ['--file', 'news.csv'],
    ])
      expect((await cli.run(['post', '--reply-to', 'r1', ...given])).code).toBe(2);
  });

  it('changes, takes back and lists', async () => {
    await using cli = await CliInTest.make();
    expect((await cli.run(['post', 'edit', 'p7', 'Toch dicht'])).output).toMatch(
      /^Changed: followers are told when the node is started\.\np7: .*\n {2}Toch dicht\n$/,
    );
    expect((await cli.run(['post', 'delete', 'p7'])).output).toMatch(
      /^Taken back: followers are told when the node is started\.\np7: /,
    );
    const { output } = await cli.run(['posts']);
    expect(output.indexOf('p2: ')).toBeLessThan(output.indexOf('p1: '));
    expect(JSON.parse((await cli.run(['posts', '--json'])).output)).toMatchObject({ said: [{ id: 'p1' }] });
  });
});

describe('openstraat replies', () => {
  it('lists what strangers say as text, and forgets one', async () => {
    await using cli = await CliInTest.make();
    const { output } = await cli.run(['replies']);
    expect(output).toContain('r1: 2026-03-02T06:00:00Z https://mastodon.example/users/anna says to @fietsen-jansen');
    expect(output).toContain('\n  Leuk!\\u0007\n  <b>\n');
    expect((await cli.run(['replies', 'delete', 'r1'])).code).toBe(0);
    expect((await cli.run(['replies', 'delete', 'r2'])).code).toBe(1);
    expect((await cli.run(['replies', 'delete'])).code).toBe(2);
  });

  it('shows one and hides it, in the words that everybody reads now', async () => {
    await using cli = await CliInTest.make();
    const shown = await cli.run(['replies', 'show', 'r1']);
    expect(shown.code).toBe(0);
    expect(shown.output).toMatch(
      /^Everybody can read this now, beneath the post:\nr1: .* \(shown to everybody\)\n {2}Leuk!/,
    );
    expect(shown.output).toContain('When its author changes it, it is hidden until');
    expect(JSON.parse((await cli.run(['replies', 'show', 'r1', '--json'])).output)).toMatchObject({ shown: true });
    expect((await cli.run(['replies', 'hide', 'r1'])).output).toMatch(/^For you alone again:\nr1: [^(]*\n {2}Leuk!/);
    for (const verb of ['show', 'hide']) {
      expect((await cli.run(['replies', verb, 'r2'])).code).toBe(1);
      expect((await cli.run(['replies', verb])).code).toBe(2);
      expect((await cli.run(['replies', verb, 'r1', 'r2'])).code).toBe(2);
    }
  });

  it('says which are shown, which were changed since they came, and which were not said to everybody', async () => {
    await using cli = await CliInTest.make();
    cli.node.reply = { ...cli.node.reply, edited: '2026-03-02T07:00:00Z', public: false };
    expect((await cli.run(['replies'])).output).toContain(
      '(changed 2026-03-02T07:00:00Z, private: not said to everybody)',
    );
    cli.node.reply = { ...cli.node.reply, author: '@anna@mastodon.example', public: true };
    expect((await cli.run(['replies'])).output).toContain('Z @anna@mastodon.example says to');
    expect((await cli.run(['replies', 'show', 'r1'])).output).toContain('its author has changed it since it came');
  });
});

describe('a file of news', () => {
  it('may be a table, with what is wrong said row by row', async () => {
    await using cli = await CliInTest.make();
    const path = await writeNews(
      cli,
      'news.csv',
      'Plek;Tekst;Wanneer;Afbeelding;Alt;id\njansen;"Morgen open\n\nTot dan";2026-12-05 09:00;;;a\n;Van de stad;;https://a.example/a.jpg;Een plein;\njansen;Los;;;woorden;\n',
    );
    const { code, output } = await cli.run(['post', '--file', path]);
    expect(code).toBe(1);
    expect(output).toBe(
      'line 2: sent (p2)\nline 5: sent (p5)\nline 6: refused: It has words for a picture, and no picture.\n' +
        '2 sent, 0 wait for their time, 0 changed, 0 known already, 1 refused.\n' +
        'It goes out when the node is started.\n',
    );
    expect(cli.node.posts).toMatchObject([
      { place: 'jansen', text: 'Morgen open\n\nTot dan', at: '2026-12-05 09:00', pictures: [] },
      { text: 'Van de stad', pictures: [{ address: 'https://a.example/a.jpg', alternative: 'Een plein' }] },
    ]);
  });

  it('knows a row again: by its id, or by its place, time and text', async () => {
    await using cli = await CliInTest.make();
    const rows = [
      { id: 'a', text: 'Een' },
      { id: 'a', text: 'Twee', at: '2026-12-05' },
      { id: 'a', text: 'Een', place: 'jansen' },
      { text: 'Een' },
      { text: 'Een', link: 'https://a.example/' },
      { text: 'Een', at: '2026-12-05' },
    ];
    const path = await writeNews(cli, 'news.ndjson', rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    expect((await cli.run(['post', '--file', path])).code).toBe(0);
    const marks = cli.node.posts.map((post) => ('mark' in post ? post.mark : undefined));
    expect(marks[1]).toBe(marks[0]);
    expect(marks[4]).toBe(marks[3]);
    expect(new Set(marks).size).toBe(4);
  });

  it.each([
    ['a line that is no JSON', '{"text":"a"}\n{"text":\n', 'line 2: refused'],
    ['a field that nobody knows', '{"text":"a","texxt":"b"}\n', 'line 1: refused'],
    ['no text', '{"place":"a"}\n', 'line 1: refused: text'],
  ])('refuses %s', async (_title, text, said) => {
    await using cli = await CliInTest.make();
    const { code, output } = await cli.run(['post', '--file', await writeNews(cli, 'news.ndjson', text)]);
    expect(code).toBe(1);
    expect(output).toContain(said);
  });

  it('has as many rows as the limit, and no more, and a column of texts', async () => {
    await using cli = await CliInTest.make();
    const atLimit = await cli.run(['post', '--file', await writeNews(cli, 'a.csv', newsRows(postLimits.newsRowsMax))]);
    expect(atLimit.code).toBe(0);
    const past = await cli.run(['post', '--file', await writeNews(cli, 'b.csv', newsRows(postLimits.newsRowsMax + 1))]);
    expect(past).toMatchObject({ code: 1, errors: expect.stringContaining('more than 1000 rows') as unknown });
    const nameless = await cli.run(['post', '--file', await writeNews(cli, 'c.csv', 'wat;waar\na;b\n')]);
    expect(nameless.errors).toContain('no column "text"');
  });
});
