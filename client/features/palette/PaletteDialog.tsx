/** The command palette: everything that can be done now, by name. Loaded when asked for. */
import { Dialog } from '@base-ui/react/dialog';
import { useReactFlow } from '@xyflow/react';
import { Command } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { usePanels } from '../../state/panels.ts';
import { useViews } from '../../state/views.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { useMessages } from '../../ui/locale.ts';
import { ChoiceList } from '../search/ChoiceList.tsx';
import { paletteEntries } from './entries.ts';
import type { PaletteEntry } from './entry.ts';
import { matchEntries } from './matchEntries.ts';
import './palette.css';

export default function PaletteDialog({ onShare }: { readonly onShare: () => void }) {
  const workspace = useWorkspace();
  const panels = usePanels();
  const flow = useReactFlow();
  const messages = useMessages();
  const views = useViews();
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState(true);
  /** Runs when the dialog is gone, which must not take the focus back from what opens then. */
  const chosen = useRef<PaletteEntry>(null);
  const entries = useMemo(
    () => paletteEntries({ workspace, flow, panels, messages, onShare, views }),
    [workspace, flow, panels, messages, onShare, views],
  );
  const shown = matchEntries(entries, query);
  const onGone = () => {
    panels.setState({ palette: false });
    chosen.current?.run();
  };
  return (
    <Dialog.Root open={open} onOpenChange={setOpen} onOpenChangeComplete={(isOpen) => isOpen || onGone()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog palette" finalFocus={() => chosen.current === null}>
          <Dialog.Title className="visually-hidden">{messages.palette.open}</Dialog.Title>
          <ChoiceList
            label={messages.palette.label}
            query={query}
            onQuery={setQuery}
            glyph={<Command size={16} aria-hidden="true" />}
            choices={shown.map(({ id, label, keys }) => ({
              id,
              content: (
                <>
                  <span>{label}</span>
                  {keys !== '' && (
                    <span className="end choice-end">
                      <kbd>{keys}</kbd>
                    </span>
                  )}
                </>
              ),
            }))}
            onChoose={(id) => {
              chosen.current = entries.find((entry) => entry.id === id) ?? null;
              setOpen(false);
            }}
            empty={messages.palette.none}
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
