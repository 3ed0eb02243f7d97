import { createInterface } from 'node:readline/promises';
import { badSettings, type SettingField } from '../config/setting-fields.ts';
import { licences } from '../config/licences.ts';
import { Fault } from '../model/fault.ts';
import type { Terminal } from './terminal.ts';

const questionOf = ({ path, write, example, fallback }: SettingField): string => {
  const choices =
    path === 'license' ? Object.entries(licences).map(([name, { says }]) => `    ${name.padEnd(10)} ${says}\n`) : [];
  const otherwise = fallback === undefined ? `for example ${example}` : `empty for ${fallback}`;
  return `Give ${write}\n${choices.join('')}  (${otherwise}): `;
};

/**
 * Asks a person for settings, each again until its answer is one.
 * @returns values by path
 * @throws {Fault} `usage` when they stop answering
 */
export const askSettings = async (
  terminal: Terminal,
  fields: readonly SettingField[],
): Promise<Record<string, unknown>> => {
  const answers: Record<string, unknown> = {};
  const stopped = new AbortController();
  const lines = createInterface({
    input: terminal.input,
    output: terminal.errors,
    terminal: terminal.input.isTTY === true,
  });
  // An input that ends would leave the question open for ever.
  lines.once('close', () => stopped.abort());
  try {
    for (const field of fields) {
      for (;;) {
        const text = (await lines.question(questionOf(field), { signal: stopped.signal })).trim();
        const answer = text === '' ? field.fallback : text;
        const value = answer === undefined ? undefined : (field.read?.(answer) ?? answer);
        if (value !== undefined && badSettings({ [field.path]: value }).length === 0) {
          answers[field.path] = value;
          break;
        }
        terminal.tell(`That does not work. It has to be ${field.write}.`);
      }
    }
    return answers;
  } catch (cause) {
    if (!stopped.signal.aborted) throw cause;
    throw new Fault(
      'usage',
      '\nNothing was made: not every question was answered. Begin again, or give the answers as options: openstraat init --help',
      { cause },
    );
  } finally {
    lines.close();
  }
};
