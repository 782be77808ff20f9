/** Device types as files of NetBox's library: a folder a maker, a file a type. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { exportDeviceType, FormatError, type Unsaid } from '../../shared/formats/index.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';
import { writeTextWhole } from './write-whole.ts';

/** What became of one type. */
export interface WrittenType {
  /** Below the folder, with forward slashes; empty where nothing was written. */
  readonly file: string;
  readonly name: string;
  readonly status: 'written' | 'refused';
  /** What the file does not say, or why there is none. */
  readonly unsaid: readonly Unsaid[];
}

/**
 * Writes a file a type, each whole or not at all, into a folder, which is made when it does not exist. Types
 * whose names make one file name are numbered.
 */
export async function exportDeviceTypes(
  types: Iterable<DeviceType>,
  folder: string,
  onWritten: (done: number) => void = () => undefined,
): Promise<WrittenType[]> {
  await mkdir(folder, { recursive: true });
  const taken = new Set<string>();
  const written: WrittenType[] = [];
  for (const type of types) {
    written.push(await writeType(type, folder, taken));
    onWritten(written.length);
  }
  return written;
}

async function writeType(
  type: DeviceType,
  folder: string,
  taken: Set<string>,
): Promise<WrittenType> {
  const name = `${type.manufacturer} ${type.model}`.trim();
  try {
    const { text, unsaid } = exportDeviceType(type);
    const file = fileOf(type, taken);
    await mkdir(path.join(folder, path.dirname(file)), { recursive: true });
    await writeTextWhole(path.join(folder, file), text);
    return { file, name, status: 'written', unsaid };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    const { code, message } = error;
    return { file: '', name, status: 'refused', unsaid: [{ code, message }] };
  }
}

/** `Maker/Model.yaml`, made of what every file system takes; a second of the same name is numbered. */
function fileOf(type: DeviceType, taken: Set<string>): string {
  const [maker, model] = [part(type.manufacturer), part(type.model)];
  let file = `${maker}/${model}.yaml`;
  for (let n = 2; taken.has(file.toLowerCase()); n += 1) file = `${maker}/${model}-${n}.yaml`;
  taken.add(file.toLowerCase());
  return file;
}

/** Names that Windows keeps for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

function part(text: string): string {
  const safe = text
    .replace(/[^\p{L}\p{N} ._+&()-]+/gu, '-')
    .slice(0, 100)
    .toWellFormed()
    .replace(/^[. ]+|[. ]+$/g, '');
  return safe === '' || RESERVED.test(safe) ? `_${safe}` : safe;
}
