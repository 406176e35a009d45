/** New boards from the palette, blank or from a template. */
import { TEMPLATE_IDS, type TemplateId } from '../../../shared/templates/template.ts';
import { createBoard } from '../../session/api.ts';
import { boardPath, navigate } from '../../session/route.ts';
import type { Messages } from '../../ui/messages/en.ts';
import { toast } from '../../ui/toast.ts';
import type { PaletteEntry } from './entry.ts';

/** Each leaves this board for the new one. */
export function newBoardEntries({ start, commands }: Messages): PaletteEntry[] {
  const make = async (template?: TemplateId) => {
    const result = await createBoard(
      template === undefined ? {} : { template, title: start.templates[template].name },
    );
    if (result.ok) navigate(boardPath(result.value));
    else toast(result.error === 'refused' ? start.boardsOff : commands.boardFailed, { key: 'start' });
  };
  return [
    { id: 'new board', label: commands.newBoard, keys: '', run: () => void make() },
    ...TEMPLATE_IDS.map((id) => ({
      id: `new board ${id}`,
      label: commands.fromTemplate(start.templates[id].name),
      keys: '',
      run: () => void make(id),
    })),
  ];
}
