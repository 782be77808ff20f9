import type { Device } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { Section } from '../parts/section.tsx';
import { SensitivityBars, useSensitivities } from '../parts/sensitivity-bars.tsx';
import { useLive } from '../use-live.ts';
import { useWorkspace } from '../workspace.ts';
import styles from './inspector.module.css';

/** Which input moves the air of a device most. */
export function SensitivitySection({ device }: { readonly device: Device }) {
  const { analysis: source } = useWorkspace();
  const { design } = useLive(source);
  const found = useSensitivities(design, device.id);
  if (found.length === 0) return null;
  return (
    <Section title={say('panels.sensitivity.title')}>
      <div className={styles.bars}>
        <SensitivityBars found={found} />
      </div>
    </Section>
  );
}
