/** What a dialog about the open design is given. */
import type { OpenDesign } from './open-design.ts';
import type { PlenumWindow } from './plenum-window.ts';

export interface DesignDialogProps {
  readonly window: PlenumWindow;
  readonly open: OpenDesign;
}
