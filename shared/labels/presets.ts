/** Templates that are in use, to begin with. */
import { type TemplateKind, USUAL_TEMPLATES } from './template.ts';

export interface TemplatePreset {
  /** Message key of its name, under `labels.preset.`. */
  readonly id: string;
  readonly template: string;
}

export const TEMPLATE_PRESETS: Readonly<Record<TemplateKind, readonly TemplatePreset[]>> = {
  label: [
    { id: 'tia', template: USUAL_TEMPLATES.label },
    {
      id: 'tiaRow',
      template: '{row}.{rack}-{u:2}:{port}/{far.row}.{far.rack}-{far.u:2}:{far.port}',
    },
    { id: 'device', template: '{device}:{port} > {far.device}:{far.port}' },
    { id: 'cable', template: '{cable} {device}:{port}' },
  ],
  id: [
    { id: 'count', template: USUAL_TEMPLATES.id },
    { id: 'medium', template: '{medium}-{n:4}' },
    { id: 'racks', template: '{rack}-{far.rack}-{n:3}' },
    { id: 'fabric', template: '{fabric}-r{rail}-{n:3}' },
  ],
};
