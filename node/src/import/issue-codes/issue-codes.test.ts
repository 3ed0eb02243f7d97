import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { issueRooms } from './index.ts';

const node = join(import.meta.dirname, '../../..');
const codes = issueRooms.flatMap(({ issues }) => Object.keys(issues));

const tests = ['src', 'test']
  .flatMap((folder) =>
    readdirSync(join(node, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(node, folder, path)),
  )
  .filter((path) => path.endsWith('.test.ts') && path !== import.meta.filename)
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

const table = issueRooms
  .map(({ title, issues }) => {
    const rows = Object.entries(issues).map(
      ([code, { level, wrong, todo }]) =>
        `| \`${code}\` | ${level} | ${wrong.replaceAll('|', '\\|')} | ${todo.replaceAll('|', '\\|')} |`,
    );
    return `## ${title}\n\n| code | level | what is wrong | what to do |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  })
  .join('\n');

describe('issue codes', () => {
  it('mean one thing each', () => {
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });

  it('each stand in a test', () => {
    expect(codes.filter((code) => !new RegExp(`(?<![\\w-])${code}(?![\\w-])`).test(tests))).toEqual([]);
  });

  it('are documented', async () => {
    const text = `# What an import can find\n\nAn \`error\` refuses the row; with a \`warning\` the row is taken. Codes are stable, words are not. (Kept by \`npx vitest run -u node/src/import/issue-codes\`.)\n\n${table}`;
    await expect(text).toMatchFileSnapshot(join(node, 'ISSUES.md'));
  });
});
