/** The records of a large design on their way from the process that reads them to the window that asks for them. */
interface Part {
  readonly count: number;
  readonly text: string;
}

/** Parts come in when they are read and go out when they are asked for, in order. */
export class Arrival {
  readonly #parts: Part[] = [];
  #over: 'all' | Error | null = null;
  #wake: (() => void) | null = null;

  push(part: Part): void {
    this.#parts.push(part);
    this.#wake?.();
  }

  /** All have come, or no more will. */
  end(failure: Error | null): void {
    this.#over ??= failure ?? 'all';
    this.#wake?.();
  }

  /** The next part, when it is there; null after the last. @throws what it failed with */
  async next(): Promise<Part | null> {
    for (;;) {
      if (this.#over instanceof Error) throw this.#over;
      const part = this.#parts.shift();
      if (part) return part;
      if (this.#over !== null) return null;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}
