/** The part of a `Worker` that its client uses; a test hands in its own. */
export interface WorkerPort<Request, Reply> {
  postMessage(request: Request): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Reply>) => void): void;
  addEventListener(type: 'error', listener: (event: ErrorEvent) => void): void;
  terminate(): void;
}
