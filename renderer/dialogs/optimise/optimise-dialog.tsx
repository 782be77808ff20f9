import { Button, Checkbox, Modal, Radio } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import { mediumName } from '../../../shared/catalog/index.ts';
import type { Design } from '../../../shared/model/design.ts';
import { MEDIUM_IDS, type MediumId } from '../../../shared/model/medium.ts';
import {
  GOALS,
  type Goal,
  type Optimised,
  type OptimiseOptions,
  type OptimiseProgress,
} from '../../../shared/optimise/index.ts';
import { say } from '../../../shared/text/index.ts';
import type { MovedCount } from '../../editor/index.ts';
import { QuantityInput } from '../../panels/fields/quantity-field.tsx';
import dialogs from '../dialogs.module.css';
import styles from './optimise.module.css';
import { Outcome } from './outcome.tsx';

interface OptimiseDialogProps {
  readonly design: Design;
  /** What of its clusters was moved by hand. */
  readonly moved: MovedCount;
  /** How far it is; null while nothing runs. */
  readonly running: OptimiseProgress | null;
  /** What it came to last; null before. */
  readonly optimised: { readonly goal: Goal; readonly found: Optimised } | null;
  readonly failed: string | null;
  readonly onRun: (options: OptimiseOptions & { readonly goal: Goal }) => void;
  readonly onStop: () => void;
  readonly onApply: () => void;
  readonly onClose: () => void;
}

/** Better places for switches and their racks: what for, what may move, how far it is, and what it comes to. */
export function OptimiseDialog(props: OptimiseDialogProps) {
  const { design, moved, running, optimised } = props;
  const [goal, setGoal] = useState<Goal>('longest-copper');
  const [moves, setMoves] = useState({ racks: true, units: true, movedByHand: false });
  const [seed, setSeed] = useState(1);
  const [weights, setWeights] = useState<ReadonlyMap<MediumId, number>>(() => new Map());
  const media = useMemo(() => mediaOf(design), [design]);
  const canApply = optimised !== null && optimised.found.because === null;
  const isIdle = !moves.racks && !moves.units;
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const wrong = event.currentTarget.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (wrong) wrong.focus();
    else if (!running && !isIdle) props.onRun({ goal, seed, moves, weights });
  }
  return (
    <Modal
      opened
      onClose={running ? props.onStop : props.onClose}
      title={say('optimise.title')}
      size={720}
      closeOnClickOutside={false}
    >
      <form onSubmit={submit} noValidate>
        <fieldset className={styles.choices} disabled={running !== null}>
          <Radio.Group
            label={say('optimise.lookFor')}
            value={goal}
            onChange={(value) => {
              const chosen = GOALS.find((each) => each === value);
              if (chosen) setGoal(chosen);
            }}
          >
            <div className={styles.options}>
              {GOALS.map((each) => (
                <Radio
                  key={each}
                  value={each}
                  label={say(`optimise.goal.${each}`)}
                  description={say(`optimise.goalHints.${each}`)}
                  data-autofocus={each === goal ? true : undefined}
                />
              ))}
            </div>
          </Radio.Group>
          <div className={styles.what}>
            <div className={styles.options} role="group" aria-label={say('optimise.moves')}>
              <span className={dialogs.fieldLabel}>{say('optimise.moves')}</span>
              {(['racks', 'units'] as const).map((what) => (
                <Checkbox
                  key={what}
                  label={say(`optimise.move.${what}`)}
                  checked={moves[what]}
                  onChange={({ currentTarget }) =>
                    setMoves({ ...moves, [what]: currentTarget.checked })
                  }
                />
              ))}
              {moved.racks + moved.devices > 0 ? (
                <Checkbox
                  label={say('optimise.move.movedByHand')}
                  description={movedText(moved)}
                  checked={moves.movedByHand}
                  onChange={({ currentTarget }) =>
                    setMoves({ ...moves, movedByHand: currentTarget.checked })
                  }
                />
              ) : null}
            </div>
            <div>
              <QuantityInput
                id="optimise-seed"
                label={say('optimise.seed')}
                size="sm"
                value={seed}
                dimension="number"
                unit=""
                min={1}
                max={1_000_000}
                step={1}
                onCommit={(value) => {
                  setSeed(Math.round(value ?? 1));
                  return null;
                }}
              />
              <p className={dialogs.fieldHint}>{say('optimise.seedHint')}</p>
            </div>
          </div>
          {goal === 'cost' ? (
            <div className={styles.weights} role="group" aria-label={say('optimise.weights')}>
              <span className={styles.weightsLabel}>{say('optimise.weights')}</span>
              {media.map((medium) => (
                <QuantityInput
                  key={medium}
                  id={`optimise-weight-${medium}`}
                  label={mediumName(medium)}
                  size="sm"
                  value={weights.get(medium) ?? 1}
                  dimension="number"
                  unit=""
                  min={0}
                  max={1000}
                  step={1}
                  onCommit={(value) => {
                    setWeights(new Map([...weights, [medium, value ?? 1]]));
                    return null;
                  }}
                />
              ))}
            </div>
          ) : null}
        </fieldset>
        {running ? <Progress progress={running} /> : null}
        {props.failed !== null && !running ? (
          <p className={styles.failed} role="status">
            {props.failed}
          </p>
        ) : null}
        {optimised && !running ? (
          <Outcome design={design} goal={optimised.goal} found={optimised.found} />
        ) : null}
        <div className={dialogs.buttons}>
          <div className={dialogs.aside} />
          <Button type="button" variant="default" onClick={running ? props.onStop : props.onClose}>
            {say('app.dialog.cancel')}
          </Button>
          <Button
            type="submit"
            variant={canApply ? 'default' : 'filled'}
            disabled={running !== null || isIdle}
          >
            {say(optimised ? 'optimise.again' : 'optimise.run')}
          </Button>
          {canApply ? (
            <Button type="button" disabled={running !== null} onClick={props.onApply}>
              {say('optimise.apply')}
            </Button>
          ) : null}
        </div>
      </form>
    </Modal>
  );
}

function Progress({ progress: { phase, share } }: { readonly progress: OptimiseProgress }) {
  const label = say(`optimise.phase.${phase}`);
  const percent = Math.floor(100 * share);
  return (
    <div className={styles.progress} role="status">
      <progress aria-label={label} max={100} value={percent} />
      <span>{label}</span>
    </div>
  );
}

function movedText({ racks, devices }: MovedCount): string {
  return say('optimise.movedByHandHint', {
    racks,
    devices,
    both: racks > 0 && devices > 0 ? 'yes' : 'no',
    one: racks + devices === 1 ? 'yes' : 'no',
  });
}

/** The media whose metres are weighed. */
function mediaOf({ cables }: Design): readonly MediumId[] {
  const used = new Set([...cables.values()].map(({ medium }) => medium));
  return MEDIUM_IDS.filter((medium) => used.has(medium));
}
