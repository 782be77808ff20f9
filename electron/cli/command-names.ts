/** Names of the commands: by them an installed Plenum knows that it is meant to run without a window. */
export const COMMAND_NAMES = [
  'new',
  'import',
  'cluster',
  'optimise',
  'info',
  'analyze',
  'compare',
  'export',
  'help',
] as const;

export type CommandName = (typeof COMMAND_NAMES)[number];

export function isCommandName(word: string | undefined): word is CommandName {
  return COMMAND_NAMES.some((name) => name === word);
}
