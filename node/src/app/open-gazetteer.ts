import { type Gazetteer, readGazetteer } from '../import/run/gazetteer.ts';
import { Fault } from '../model/fault.ts';
import { diskFile } from './disk-file.ts';

const emptyGazetteer: Pick<Gazetteer, 'locate'> = { locate: () => undefined };

/** The operator's file of postcodes. @throws {Fault} `settings-invalid` when it can't be read */
export const openGazetteer = async (path: string | undefined): Promise<Pick<Gazetteer, 'locate'>> => {
  if (path === undefined) return emptyGazetteer;
  try {
    return await readGazetteer(await diskFile(path));
  } catch (cause) {
    throw new Fault(
      'settings-invalid',
      `The setting "gazetteer" names ${path}: ${cause instanceof Error ? cause.message : String(cause)} Write the path of a file with lines such as "1234AB;52.1;5.2", or take the setting out.`,
      { cause },
    );
  }
};
