import { type SettingField, settingFields } from '../config/setting-fields.ts';
import { nodeSettingsSchema } from '../config/settings.ts';

/** Settings in which nothing is said that has a default. */
const bare = nodeSettingsSchema.parse({
  version: 1,
  name: 'A',
  area: 'A',
  operator: { name: 'A', contact: 'a@a.example' },
  license: 'https://a.example/',
  origin: 'https://a.example',
});

const defaultOf = ({ path, asked, fallback }: SettingField): string => {
  if (asked === true) return fallback === undefined ? '`init` asks' : `\`${fallback}\``;
  const value = (bare as Readonly<Record<string, unknown>>)[path];
  return value === undefined || JSON.stringify(value) === '[]' ? 'none' : `\`${JSON.stringify(value)}\``;
};

const escaped = (text: string): string => text.replaceAll('|', '\\|');

/** Every setting of a node, as a page of Markdown. */
export const settingsDocument = (): string => `# Settings

They stand in \`<data>/settings.json\`. Each can be a flag of \`openstraat init\` too, and a variable of the environment, which goes first; \`operator.name\` is \`name\` within \`operator\`.
A bad one stops the start, and says what to write. They are read when the node starts. (Kept by \`npm run generate\`.)

| setting | what to write | when nothing is said | flag of \`init\` | variable |
| --- | --- | --- | --- | --- |
${settingFields
  .map(
    (field) =>
      `| \`${field.path}\` | ${escaped(field.write)} | ${defaultOf(field)} | \`--${field.flag}\` | \`${field.variable}\` |`,
  )
  .join('\n')}

Variables beside them: \`OPENSTRAAT_DATA\` (the data folder), \`OPENSTRAAT_HOST\` and \`OPENSTRAAT_PORT\` (where \`start\` listens), \`OPENSTRAAT_LOG_LEVEL\`.
`;
