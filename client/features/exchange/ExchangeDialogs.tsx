/** The dialogs of import and export; loaded with the first of them. */
import { useCallback } from 'react';
import type { ExchangeRequest } from '../../state/exchangeRequest.ts';
import { usePanels } from '../../state/panels.ts';
import { ExportDialog } from './ExportDialog.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { ShowDialog } from './ShowDialog.tsx';
import { StepDialog } from './StepDialog.tsx';
import './exchange.css';

export default function ExchangeDialogs({ request }: { readonly request: ExchangeRequest }) {
  const panels = usePanels();
  const close = useCallback(() => {
    // What was asked for meanwhile stays.
    if (panels.getState().exchange === request) panels.setState({ exchange: null });
  }, [panels, request]);
  switch (request.type) {
    case 'export':
      return <ExportDialog onClose={close} />;
    case 'import':
      return <ImportDialog files={request.files} onClose={close} />;
    case 'step':
      return <StepDialog way={request.way} onClose={close} />;
    case 'show':
      return <ShowDialog last={request.last} onClose={close} />;
  }
}
