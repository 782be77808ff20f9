/** Which dialog is open, and what it shows. At most one is. */
import type { Finding } from '../../shared/analysis/types.ts';
import type { ClusterSpec } from '../../shared/cluster/index.ts';
import type { ImportedTypes, WrittenList, WrittenTypes } from '../../shared/contract/ipc.ts';
import type { ImportPlan } from '../../shared/import-plan/index.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';
import type { ClusterId, RackId } from '../../shared/model/ids.ts';
import type { DifferenceQuestion, SavingQuestion } from '../panels/workspace.ts';
import type { ErrorReport } from './error-dialog.tsx';
import type { Progress } from './progress-dialog.tsx';
import type { ReportItem } from './report-list.tsx';

/** Dialogs about the open design. */
type DesignDialogRequest =
  | { readonly dialog: 'new-rack' }
  | { readonly dialog: 'row-block' }
  | { readonly dialog: 'connect' }
  | { readonly dialog: 'naming' }
  /** `first` stands in the fields; null = what most begin with. */
  | { readonly dialog: 'cluster'; readonly first: ClusterSpec | null }
  | {
      readonly dialog: 'cluster-change';
      readonly clusterId: ClusterId;
      readonly first: ClusterSpec;
    }
  | { readonly dialog: 'optimise' }
  | { readonly dialog: 'new-type' }
  | { readonly dialog: 'versions' }
  | { readonly dialog: 'compare-media' }
  | {
      readonly dialog: 'import-report';
      readonly files: ImportedTypes['files'];
      readonly types: readonly DeviceType[];
      readonly added: number;
    }
  | {
      readonly dialog: 'import-preview';
      readonly plan: ImportPlan;
      /** The files that it is made of. */
      readonly files: readonly string[];
    }
  | { readonly dialog: 'import-done'; readonly items: readonly ReportItem[] }
  | { readonly dialog: 'types-written'; readonly written: WrittenTypes }
  | { readonly dialog: 'export-lists' }
  | { readonly dialog: 'export-picture' }
  | { readonly dialog: 'lists-written'; readonly written: WrittenList }
  | { readonly dialog: 'found' }
  | { readonly dialog: 'air-page'; readonly rackId: RackId }
  | { readonly dialog: 'palette' }
  | { readonly dialog: 'waive'; readonly finding: Finding }
  | { readonly dialog: 'type-difference'; readonly question: DifferenceQuestion }
  | { readonly dialog: 'save-type'; readonly question: SavingQuestion }
  | { readonly dialog: 'shortcuts' }
  | { readonly dialog: 'settings' }
  | { readonly dialog: 'export-pdf' }
  | { readonly dialog: 'export-faceplate'; readonly type: DeviceType };

/** Dialogs that need no design. */
type WindowDialogRequest =
  | { readonly dialog: 'about' }
  | { readonly dialog: 'progress'; readonly progress: Progress; readonly stop: () => void }
  | { readonly dialog: 'unsaved'; readonly why: string; readonly leave: () => void }
  | { readonly dialog: 'error'; readonly report: ErrorReport };

export type DialogRequest = DesignDialogRequest | WindowDialogRequest;

export function isAboutDesign(request: DialogRequest): request is DesignDialogRequest {
  switch (request.dialog) {
    case 'about':
    case 'progress':
    case 'unsaved':
    case 'error':
      return false;
    case 'new-rack':
    case 'row-block':
    case 'connect':
    case 'naming':
    case 'cluster':
    case 'cluster-change':
    case 'optimise':
    case 'new-type':
    case 'versions':
    case 'compare-media':
    case 'import-report':
    case 'import-preview':
    case 'import-done':
    case 'types-written':
    case 'export-lists':
    case 'export-picture':
    case 'lists-written':
    case 'found':
    case 'air-page':
    case 'palette':
    case 'shortcuts':
    case 'settings':
    case 'export-pdf':
    case 'export-faceplate':
    case 'waive':
    case 'type-difference':
    case 'save-type':
      return true;
    default:
      return request satisfies never;
  }
}
