import { Menubar } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { say } from '../../../shared/text/index.ts';
import { MENUS } from '../../editor/index.ts';
import { focusCanvas } from '../focus-canvas.ts';
import { MenuGroups } from './menu-groups.tsx';
import styles from './menus.module.css';

/** The menu bar inside the window; Alt and F10 lead to it, arrows walk it. */
export function MenuBar() {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const focusBar = (): void => bar.current?.querySelector('button')?.focus();
    return listenForMenuKeys(focusBar);
  }, []);
  return (
    <Menubar
      ref={bar}
      aria-label={say('panels.top.menu')}
      onKeyDown={leaveOnEscape}
      classNames={{ target: styles.target ?? '' }}
    >
      {MENUS.map((menu) => (
        <Menubar.Menu key={menu.id}>
          <Menubar.Target>{say(menu.labelKey)}</Menubar.Target>
          <Menubar.Dropdown>
            <MenuGroups groups={menu.groups} />
          </Menubar.Dropdown>
        </Menubar.Menu>
      ))}
    </Menubar>
  );
}

/** Escape shuts a menu first; on the bar itself it leads back to the drawing. */
function leaveOnEscape({ key, target }: KeyboardEvent<HTMLDivElement>): void {
  const isOnBar = target instanceof Element && target.closest('[role="menubar"]') !== null;
  if (key === 'Escape' && isOnBar && target.ariaExpanded !== 'true') focusCanvas();
}

/** F10, or Alt pressed and let go with nothing between. Returns how to stop listening. */
function listenForMenuKeys(focusBar: () => void): () => void {
  let altAlone = false;
  const onDown = (event: globalThis.KeyboardEvent): void => {
    altAlone = event.key === 'Alt' && !event.repeat;
    if (event.key !== 'F10' || event.shiftKey) return;
    event.preventDefault();
    focusBar();
  };
  const onUp = (event: globalThis.KeyboardEvent): void => {
    if (event.key !== 'Alt' || !altAlone) return;
    event.preventDefault();
    focusBar();
  };
  const onPointer = (): void => {
    altAlone = false;
  };
  window.addEventListener('keydown', onDown);
  window.addEventListener('keyup', onUp);
  window.addEventListener('pointerdown', onPointer);
  return () => {
    window.removeEventListener('keydown', onDown);
    window.removeEventListener('keyup', onUp);
    window.removeEventListener('pointerdown', onPointer);
  };
}
