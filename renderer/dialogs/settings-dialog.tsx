import { Switch, Tabs, TextInput } from '@mantine/core';
import { say } from '../../shared/text/index.ts';
import { chordText } from '../panels/use-command.ts';
import { useLive } from '../panels/use-live.ts';
import { useWorkspace } from '../panels/workspace.ts';
import { ChoiceField } from './choice-field.tsx';
import { DialogFrame } from './dialog-frame.tsx';
import styles from './dialogs.module.css';
import { KeySettingsList } from './key-settings-list.tsx';

/** What Plenum remembers about the person; every change holds at once. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <DialogFrame title={say('app.settings.title')} width={560} onClose={onClose}>
      <Tabs defaultValue="general" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="general" data-autofocus>
            {say('app.settings.general')}
          </Tabs.Tab>
          <Tabs.Tab value="keys">{say('app.settings.keys')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="general" className={styles.tab ?? ''}>
          <GeneralSettings />
        </Tabs.Panel>
        <Tabs.Panel value="keys" className={styles.tab ?? ''}>
          <KeySettingsList />
        </Tabs.Panel>
      </Tabs>
    </DialogFrame>
  );
}

function GeneralSettings() {
  const { settings, saveSettings, platform } = useWorkspace();
  const { theme, units, wheel, singleKeys, personName } = useLive(settings);
  return (
    <>
      <ChoiceField
        text="app.settings.theme"
        value={theme}
        values={['system', 'light', 'dark']}
        onChange={(next) => saveSettings({ theme: next })}
      />
      <ChoiceField
        text="app.settings.units"
        value={units}
        values={['mm', 'in']}
        onChange={(next) => saveSettings({ units: next })}
      />
      <ChoiceField
        text="app.settings.wheel"
        value={wheel}
        values={['pan', 'zoom']}
        onChange={(next) => saveSettings({ wheel: next })}
        hint={say('app.settings.wheelHint', {
          mod: chordText('Mod+W', platform).replace(/\W?W$/, ''),
        })}
      />
      <div className={styles.field}>
        <Switch
          size="sm"
          checked={singleKeys}
          label={say('app.settings.singleKeys')}
          onChange={(event) => saveSettings({ singleKeys: event.currentTarget.checked })}
        />
        <p className={styles.fieldHint}>{say('app.settings.singleKeysHint')}</p>
      </div>
      <div className={styles.field}>
        <TextInput
          label={say('app.settings.personName')}
          value={personName}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => saveSettings({ personName: event.currentTarget.value })}
        />
        <p className={styles.fieldHint}>{say('app.settings.personNameHint')}</p>
      </div>
    </>
  );
}
