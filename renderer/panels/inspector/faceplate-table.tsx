import { useMemo } from 'react';
import type { FaceplateRow } from '../../../shared/analysis/types.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import { say } from '../../../shared/text/index.ts';
import { Section } from '../parts/section.tsx';
import { useLive } from '../use-live.ts';
import { useWorkspace } from '../workspace.ts';
import styles from './inspector.module.css';

/** The faces of a type: what is fitted, what more would fit, and the bandwidth for each unit of height. */
export function FaceplateTable({ type }: { readonly type: DeviceType }) {
  const { analysis: source } = useWorkspace();
  const { analysis } = useLive(source);
  const rows = useMemo(
    () => analysis?.faceplates.filter(({ deviceType }) => deviceType === type.id) ?? [],
    [analysis, type],
  );
  const faces = [...new Set(rows.map(({ face }) => face))];
  if (type.heightU === 0) return null;
  return faces.map((face) => (
    <Section
      key={face}
      title={say('panels.inspector.faceplate', { face: say(`panels.face.${face}`) })}
      startsClosed
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say('panels.faceplate.cage')}</th>
            <th scope="col">{say('panels.faceplate.fitted')}</th>
            <th scope="col">{say('panels.faceplate.more')}</th>
            <th scope="col">{say('panels.faceplate.now')}</th>
            <th scope="col">{say('panels.faceplate.ceiling')}</th>
          </tr>
        </thead>
        <tbody>
          {rows
            .filter((row) => row.face === face)
            .sort(byCeiling)
            .map((row) => (
              <tr key={row.formFactor}>
                <th scope="row">
                  {row.formFactor === 'other'
                    ? say('panels.unknown')
                    : say(`panels.formFactor.${row.formFactor}`)}
                </th>
                <td>{row.fitted}</td>
                <td>{row.moreThatFit}</td>
                <td>{perUnitText(row.tbpsPerU)}</td>
                <td>{perUnitText(row.tbpsPerUCeiling)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </Section>
  ));
}

/** What carries most first. */
function byCeiling(a: FaceplateRow, b: FaceplateRow): number {
  return (b.tbpsPerUCeiling ?? 0) - (a.tbpsPerUCeiling ?? 0);
}

function perUnitText(tbps: number | null): string {
  if (tbps === null) return say('panels.unknown');
  return tbps === 0 ? '0' : tbps.toFixed(tbps > 0 && tbps < 0.1 ? 2 : 1);
}
