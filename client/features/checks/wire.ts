/** The messages between the page and the worker of the checks. Plain data. */
import type { CheckCode } from '../../../shared/checks/codes.ts';
import type { Finding } from '../../../shared/checks/finding.ts';
import type { PictureElement } from '../../../shared/checks/picture.ts';
import type { ElementId, Viewpoint } from '../../../shared/model/ids.ts';
import type { Policy } from '../../../shared/policies/policies.ts';
import type { TemplateId } from '../../../shared/templates/template.ts';

export type ChecksQuestion =
  | { readonly type: 'start'; readonly viewer: Viewpoint; readonly choice: readonly CheckCode[] | null }
  | {
      readonly type: 'change';
      readonly put: readonly PictureElement[];
      readonly removed: readonly ElementId[];
      /** Absent where it stays as it is. */
      readonly policy?: Policy | null;
      /** Whether more of the same is on its way, so that it is too early to look. */
      readonly more: boolean;
    }
  /** Null lets the model of the view decide. */
  | { readonly type: 'choose'; readonly choice: readonly CheckCode[] | null };

/** The state of the checks after they were run. */
export interface Report {
  /** Warnings first, then in the order of the codes. */
  readonly findings: readonly Finding[];
  /** The checks that are on. */
  readonly on: readonly CheckCode[];
  /** The model the view seems to follow. */
  readonly model: TemplateId | null;
}
