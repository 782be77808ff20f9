/** A file of text that an export makes: its name below the folder, and all that is in it. */
export interface WrittenText {
  readonly name: string;
  readonly text: string;
}
