/** Which fields stand under `cellboard` in the entries of a JSON Canvas: those of tables, but for the name. */
import type { NamedField } from '../../../model/fieldLists.ts';

export function isCanvasField({ name, files }: NamedField): boolean {
  return typeof files !== 'string' && name !== 'label';
}
