import { Select, TextInput } from '@mantine/core';
import { useRef } from 'react';
import {
  TEMPLATE_PRESETS,
  type TemplateAnswer,
  type TemplateKind,
  tokensOf,
  USUAL_TEMPLATES,
} from '../../../shared/labels/index.ts';
import { sayReason } from '../../../shared/rules/verdict.ts';
import { say } from '../../../shared/text/index.ts';
import styles from './naming.module.css';

interface TemplateFieldProps {
  readonly kind: TemplateKind;
  /** Empty for the usual one. */
  readonly value: string;
  readonly answer: TemplateAnswer;
  readonly startsHere?: boolean;
  readonly onChange: (value: string) => void;
}

const OWN = 'own';

/** A template with what is wrong with it, those in use, and its tokens to be put in where the cursor is. */
export function TemplateField({
  kind,
  value,
  answer,
  startsHere = false,
  onChange,
}: TemplateFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const shown = value === '' ? USUAL_TEMPLATES[kind] : value;
  const presets = TEMPLATE_PRESETS[kind];
  const preset = presets.find(({ template }) => template === shown);

  function insert(token: string): void {
    const input = field.current;
    const from = input?.selectionStart ?? shown.length;
    const to = input?.selectionEnd ?? from;
    onChange(`${shown.slice(0, from)}{${token}}${shown.slice(to)}`);
    const after = from + token.length + 2;
    // The cursor goes behind what was put in, once the field has it.
    requestAnimationFrame(() => {
      input?.focus();
      input?.setSelectionRange(after, after);
    });
  }
  return (
    <fieldset className={styles.template}>
      <legend className={styles.heading}>{say(`app.naming.${kind}`)}</legend>
      <Select
        label={say('app.naming.preset')}
        value={preset?.id ?? OWN}
        data={[
          ...presets.map(({ id }) => ({ value: id, label: say(`labels.preset.${id}`) })),
          ...(preset ? [] : [{ value: OWN, label: say('app.naming.own') }]),
        ]}
        onChange={(id) => {
          const chosen = presets.find((each) => each.id === id);
          if (chosen) onChange(chosen.template === USUAL_TEMPLATES[kind] ? '' : chosen.template);
        }}
      />
      <TextInput
        ref={field}
        label={say('app.naming.template')}
        classNames={{ input: styles.code ?? '' }}
        value={shown}
        error={
          answer.ok
            ? null
            : say('labels.error.at', { message: sayReason(answer.reason), at: answer.at + 1 })
        }
        data-autofocus={startsHere ? true : undefined}
        spellCheck={false}
        autoComplete="off"
        onChange={({ currentTarget }) =>
          onChange(currentTarget.value === USUAL_TEMPLATES[kind] ? '' : currentTarget.value)
        }
      />
      <div className={styles.tokens} role="group" aria-label={say('app.naming.tokens')}>
        {tokensOf(kind).map((token) => (
          <button
            key={token}
            type="button"
            className={styles.token}
            title={say(`app.naming.token.${token}`)}
            onClick={() => insert(token)}
          >
            {token}
          </button>
        ))}
      </div>
      <p className={styles.hint}>{say(`app.naming.${kind}.hint`)}</p>
    </fieldset>
  );
}
