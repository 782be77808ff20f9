/** Giving the keyboard to the drawing: to the tree that mirrors it. */
export function focusCanvas(): void {
  document
    .querySelector<HTMLElement>('[data-testid="canvas"] [role="tree"]')
    ?.focus({ preventScroll: true });
}
