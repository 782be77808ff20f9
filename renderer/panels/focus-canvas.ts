/** Giving the keyboard to the drawing: to the tree that mirrors it; where both are shown, to the one in use. */
export function focusCanvas(): void {
  const tree =
    document.querySelector<HTMLElement>('[data-testid="plan"][data-active="true"] [role="tree"]') ??
    document.querySelector<HTMLElement>('[data-testid="canvas"] [role="tree"]') ??
    document.querySelector<HTMLElement>('[data-testid="plan"] [role="tree"]');
  tree?.focus({ preventScroll: true });
}
