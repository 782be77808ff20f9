import { Menubar } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { say } from '../../../shared/text/index.ts';
import { MENUS } from '../../editor/index.ts';
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

/** F10, or Alt pressed and let go with nothing between. Returns how to stop listening. */
function listenForMenuKeys(focusBar: () => void): () => void {
  let altAlone = false;
  const onDown = (event: KeyboardEvent): void => {
    altAlone = event.key === 'Alt' && !event.repeat;
    if (event.key !== 'F10' || event.shiftKey) return;
    event.preventDefault();
    focusBar();
  };
  const onUp = (event: KeyboardEvent): void => {
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
