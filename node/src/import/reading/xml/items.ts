import type { ImportFile } from '../../format.ts';
import { openText, surveyText, type TextSurvey } from '../text-decoding.ts';
import { type XmlItem, XmlItemParser } from './item-parser.ts';

type Decoder = InstanceType<typeof TextDecoder>;

/** An XML declaration is not longer. */
const declarationBytesMax = 500;
const declaredEncoding = /^\s*<\?xml[^>]{0,200}\sencoding\s*=\s*["']([\w.:-]{1,40})["']/;

const decoderOf = (survey: TextSurvey, start: Buffer): Decoder => {
  // Bytes that are UTF-8 are UTF-8, whatever the declaration says; else it knows best which of the one-byte encodings it is.
  if (survey.encoding !== 'windows-1252') return new TextDecoder('utf-8');
  const label = declaredEncoding.exec(start.toString('latin1', 0, declarationBytesMax))?.[1] ?? '';
  const isOneByte = /^(iso-8859-|windows-125|cp125|latin)/i.test(label);
  try {
    return new TextDecoder(isOneByte ? label : 'windows-1252');
  } catch {
    return new TextDecoder('windows-1252');
  }
};

/**
 * Reads the items of an RSS or Atom file as it streams by; memory does not grow with the file.
 * @param header told of each element before the first item, with its text
 * @throws {Fault} `file-unreadable` for what is not text or declares a document type, `limit-exceeded` for depth or endless text
 */
export async function* readXmlItems(
  file: ImportFile,
  header: (name: string, text: string) => void,
): AsyncGenerator<readonly XmlItem[]> {
  const parser = new XmlItemParser(file.name, header);
  const survey = await surveyText(file);
  let start = Buffer.alloc(0);
  let decoder: Decoder | undefined;
  for await (const piece of openText(file, survey)) {
    let bytes = piece;
    if (decoder === undefined) {
      bytes = start = Buffer.concat([start, piece]);
      if (start.length < declarationBytesMax) continue;
      decoder = decoderOf(survey, start);
    }
    const items = parser.write(decoder.decode(bytes, { stream: true }));
    if (items.length > 0) yield items;
  }
  const last = decoder?.decode() ?? decoderOf(survey, start).decode(start);
  const rest = [...parser.write(last), ...parser.end()];
  if (rest.length > 0) yield rest;
}
