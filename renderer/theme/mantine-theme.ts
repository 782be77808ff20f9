/** How Mantine's parts behave here; how they look stands in `mantine.css` and the tokens. */
import { createTheme } from '@mantine/core';
import { say } from '../../shared/text/index.ts';

const FAST = { duration: 90, exitDuration: 60 } as const;

/** What floats belongs to what it was opened in, for whoever walks the page by its landmarks. */
const IN_MAIN = { target: 'main' } as const;

export const mantineTheme = createTheme({
  primaryColor: 'blue',
  cursorType: 'default',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
    Select: {
      defaultProps: {
        size: 'sm',
        allowDeselect: false,
        checkIconPosition: 'right',
        withScrollArea: false,
        comboboxProps: { transitionProps: FAST, portalProps: IN_MAIN },
      },
    },
    Menu: {
      defaultProps: {
        offset: 4,
        transitionProps: FAST,
        alignItemsLabels: 'all',
        withInitialFocusPlaceholder: false,
        portalProps: IN_MAIN,
      },
    },
    Popover: { defaultProps: { transitionProps: FAST, portalProps: IN_MAIN } },
    Tooltip: {
      defaultProps: {
        openDelay: 500,
        closeDelay: 60,
        multiline: true,
        transitionProps: FAST,
        portalProps: IN_MAIN,
      },
    },
    SegmentedControl: { defaultProps: { transitionDuration: 120, withItemsBorders: false } },
    Modal: {
      defaultProps: {
        // Locking the page's scroll writes a <style> element, and the page does not scroll.
        lockScroll: false,
        centered: true,
        transitionProps: { transition: 'fade', ...FAST },
        overlayProps: { backgroundOpacity: 1 },
        closeButtonProps: { 'aria-label': say('app.dialog.close') },
      },
    },
  },
});
