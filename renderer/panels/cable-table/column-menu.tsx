import { Menu } from '@mantine/core';
import { Columns3 } from 'lucide-react';
import { say } from '../../../shared/text/index.ts';
import findings from '../findings/findings.module.css';
import { useLive } from '../use-live.ts';
import { useWorkspace } from '../workspace.ts';
import styles from './cable-table.module.css';
import { CABLE_COLUMNS, isColumnShown } from './columns.ts';

/** Which columns are shown; the window remembers it. */
export function ColumnMenu() {
  const { settings, saveSettings } = useWorkspace();
  const { panels } = useLive(settings);
  return (
    <Menu position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <button
          type="button"
          className={findings.menuButton}
          aria-label={say('cables.columns')}
          title={say('cables.columns')}
        >
          <Columns3 size={15} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={styles.longMenu ?? ''}>
        {CABLE_COLUMNS.map(({ id, title }) => (
          <Menu.CheckboxItem
            key={id}
            checked={isColumnShown(panels, id)}
            disabled={id === 'label'}
            closeMenuOnClick={false}
            onChange={(shown) =>
              saveSettings({
                panels: { ...settings.state.panels, [`cables.${id}`]: shown ? 1 : 0 },
              })
            }
          >
            {title}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
