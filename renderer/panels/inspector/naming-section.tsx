import { Button } from '@mantine/core';
import { USUAL_TEMPLATES } from '../../../shared/labels/index.ts';
import type { DesignSettings } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { Section } from '../parts/section.tsx';
import { useCommand } from '../use-command.ts';
import { ReadLine } from './fact-lines.tsx';
import styles from './inspector.module.css';

/** How cables are called and labelled; a dialog changes it. */
export function NamingSection({ settings: { cabling } }: { readonly settings: DesignSettings }) {
  const change = useCommand('cable.naming');
  return (
    <Section title={say('panels.inspector.naming')}>
      <ReadLine label={say('panels.field.idTemplate')}>
        <span className={styles.template}>{cabling.idTemplate || USUAL_TEMPLATES.id}</span>
      </ReadLine>
      <ReadLine label={say('panels.field.labelTemplate')}>
        <span className={styles.template}>{cabling.labelTemplate || USUAL_TEMPLATES.label}</span>
      </ReadLine>
      <div className={styles.act}>
        <Button
          size="xs"
          variant="default"
          disabled={change.disabledReason !== null}
          onClick={change.run}
        >
          {say('panels.inspector.changeNaming')}
        </Button>
      </div>
    </Section>
  );
}
