/** What is used of papaparse. Its own types need those of Node, which `shared/` does not know. */
declare module 'papaparse' {
  interface Step {
    readonly data: readonly string[];
    readonly errors: readonly { readonly type: string; readonly code: string }[];
    readonly meta: { readonly cursor: number; readonly delimiter: string };
  }
  interface Handle {
    abort(): void;
  }
  interface Settings {
    readonly delimiter: string;
    readonly skipEmptyLines: boolean;
    readonly step: (row: Step, handle: Handle) => void;
  }
  const Papa: { parse(text: string, settings: Settings): unknown };
  export default Papa;
}
