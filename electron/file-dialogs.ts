/** The system's file dialogs: each gives the one path that the person picked, or null. */
import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';

/** A file to open. */
export async function pickFile(
  window: BrowserWindow,
  options: OpenDialogOptions,
): Promise<string | null> {
  const answer = await dialog.showOpenDialog(window, options);
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}

/** A folder to write into. */
export function pickFolder(window: BrowserWindow, title: string): Promise<string | null> {
  return pickFile(window, { title, properties: ['openDirectory', 'createDirectory'] });
}

/** A file to write, with its ending, which some systems' dialogs leave away. */
export async function pickTarget(
  window: BrowserWindow,
  title: string,
  defaultPath: string,
  kind: { readonly name: string; readonly ending: string },
): Promise<string | null> {
  const answer = await dialog.showSaveDialog(window, {
    title,
    defaultPath,
    filters: [{ name: kind.name, extensions: [kind.ending.slice(1)] }],
  });
  if (answer.canceled || answer.filePath === '') return null;
  const file = answer.filePath;
  return file.toLowerCase().endsWith(kind.ending) ? file : `${file}${kind.ending}`;
}
