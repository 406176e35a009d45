/**
 * State machine of the import dialog, from the choice of files to what stands on the board. Nothing is written
 * before `make`; leaving earlier leaves the board as it was.
 */
import { useReactFlow } from '@xyflow/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Mapping } from '../../../shared/exchange/plan.ts';
import type { RefusalCode } from '../../../shared/exchange/reading.ts';
import type { Position } from '../../../shared/model/element.ts';
import { usePanels } from '../../state/panels.ts';
import { isFacilitator } from '../../state/rights.ts';
import { select } from '../../state/ui.ts';
import { showPlace, viewOf } from '../../state/viewport.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { toast } from '../../ui/toast.ts';
import { type Bounds, boundsAround, moved } from './bounds.ts';
import type { Arranged, Choices, ImportSummary, Overview } from './importing.ts';
import { ImportWorker } from './importWorker.ts';
import { makeImport } from './makeImport.ts';
import { currentExchangeMessages } from './messages.ts';

export type ImportPlace = 'beside' | 'view' | 'file';

export type ImportStage =
  | { readonly at: 'choose' }
  | { readonly at: 'reading' }
  | {
      readonly at: 'refused';
      readonly file: string;
      readonly code: RefusalCode | 'failed';
      readonly line: number | null;
      readonly what: string;
    }
  | {
      readonly at: 'preview';
      readonly file: string;
      readonly overview: Overview;
      readonly choices: Choices;
      readonly place: ImportPlace;
      /** Null while it is worked out. */
      readonly outline: ImportSummary | null;
    }
  | { readonly at: 'laying' }
  | { readonly at: 'making'; readonly what: string; readonly part: number; readonly isUndoing: boolean };

type Preview = Extract<ImportStage, { at: 'preview' }>;

export interface Importing {
  readonly stage: ImportStage;
  open(files: readonly File[]): void;
  setMapping(mapping: Mapping): void;
  setKeepExtra(keepExtra: boolean): void;
  setPlace(place: ImportPlace): void;
  make(): void;
  /** Ends what is being read or made; what was made is taken back. */
  cancel(): void;
  back(): void;
}

/** What was made is selected up to this many elements: more cannot be told apart. */
const MAX_SELECTED = 200;

export function useImport(onDone: () => void): Importing {
  const workspace = useWorkspace();
  const panels = usePanels();
  const flow = useReactFlow();
  const [stage, setStage] = useState<ImportStage>({ at: 'choose' });
  const worker = useRef<ImportWorker>(null);
  const making = useRef<AbortController>(null);
  const facilitates = isFacilitator(workspace.rights);
  useEffect(
    () => () => {
      worker.current?.stop();
      making.current?.abort();
    },
    [],
  );

  const open = useCallback(
    async (files: readonly File[]) => {
      if (files.length === 0) return;
      worker.current?.stop();
      const reader = new ImportWorker();
      worker.current = reader;
      setStage({ at: 'reading' });
      const file = files.map(({ name }) => name).join(', ');
      try {
        const given = await Promise.all(files.map(bytesOf));
        const read = await reader.read(given);
        if (worker.current !== reader) return;
        if (!read.ok) {
          setStage({ at: 'refused', file, ...read.error });
          return;
        }
        const overview = read.value;
        const { mapping, format } = overview;
        const choices = { mapping, isFacilitator: facilitates, keepExtra: false };
        const place = format === 'cellboard' && workspace.store.nodes.size === 0 ? 'file' : 'beside';
        setStage({ at: 'preview', file, overview, choices, place, outline: null });
      } catch {
        if (worker.current === reader)
          setStage({ at: 'refused', file, code: 'failed', line: null, what: '' });
      }
    },
    [facilitates, workspace],
  );

  const choices = stage.at === 'preview' ? stage.choices : null;
  useEffect(() => {
    const reader = worker.current;
    if (choices === null || reader === null) return;
    let isOver = false;
    reader.outline(choices).then(
      (outline) => {
        if (!isOver) setStage((now) => (now.at === 'preview' ? { ...now, outline } : now));
      },
      () => {},
    );
    return () => {
      isOver = true;
    };
  }, [choices]);

  const change = (changes: (preview: Preview) => Partial<Preview>) =>
    setStage((now) => (now.at === 'preview' ? { ...now, ...changes(now) } : now));

  const make = async (preview: Preview) => {
    const reader = worker.current;
    if (reader === null || preview.outline === null) return;
    const messages = currentExchangeMessages();
    const { nodes, links } = preview.outline;
    const what = messages.both(nodes, links);
    setStage({ at: 'laying' });
    const controller = new AbortController();
    making.current = controller;
    try {
      const arranged = put(await reader.arrange(preview.choices), {
        place: preview.place,
        there: boundsAround(workspace.store.nodes.values()),
        view: viewOf(flow),
      });
      if (controller.signal.aborted) return;
      setStage({ at: 'making', what, part: 0, isUndoing: false });
      const made = await makeImport(workspace, {
        arranged,
        signal: controller.signal,
        onProgress: (part) => setStage({ at: 'making', what, part, isUndoing: controller.signal.aborted }),
      });
      if (made.isCancelled) {
        toast(messages.import.cancelled, { key: 'import' });
        onDone();
        return;
      }
      const said = messages.both(made.nodes.length, made.links);
      const refused = made.refused > 0 ? ` ${messages.import.refused(made.refused)}` : '';
      if (facilitates) {
        const show = () => panels.setState({ exchange: { type: 'show', last: idsOf(arranged) } });
        const action = { label: messages.import.show, run: show };
        toast(messages.import.doneHidden(said) + refused, { key: 'import', action });
      } else toast(messages.import.done(said) + refused, { key: 'import' });
      if (made.nodes.length <= MAX_SELECTED) select(workspace.ui, made.nodes);
      // Once the inspector of what is selected has taken its place.
      requestAnimationFrame(() => requestAnimationFrame(() => lookAt(boundsAround(arranged.nodes), flow)));
      onDone();
    } catch {
      toast(messages.import.broken, { key: 'import' });
      onDone();
    }
  };

  return {
    stage,
    open: (files) => void open(files),
    setMapping: (mapping) => change((now) => ({ choices: { ...now.choices, mapping } })),
    setKeepExtra: (keepExtra) => change((now) => ({ choices: { ...now.choices, keepExtra } })),
    setPlace: (place) => change(() => ({ place })),
    make: () => {
      if (stage.at === 'preview') void make(stage);
    },
    cancel: () => {
      making.current?.abort();
      if (stage.at === 'making') setStage({ ...stage, isUndoing: true });
      else {
        worker.current?.stop();
        onDone();
      }
    },
    back: () => {
      worker.current?.stop();
      setStage({ at: 'choose' });
    },
  };
}

async function bytesOf(file: File) {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

function idsOf({ nodes, links }: Arranged): string[] {
  return [...nodes, ...links].map(({ id }) => id);
}

interface Putting {
  readonly place: ImportPlace;
  readonly there: Bounds | null;
  readonly view: Position;
}

const GAP = 160;

/** Moves everything to where it was asked for. */
function put({ nodes, links }: Arranged, { place, there, view }: Putting): Arranged {
  const bounds = boundsAround(nodes);
  if (bounds === null || place === 'file') return { nodes, links };
  const middle = { x: (bounds.left + bounds.right) / 2, y: (bounds.top + bounds.bottom) / 2 };
  const to =
    place === 'view' || there === null
      ? view
      : { x: there.right + GAP + (bounds.right - bounds.left) / 2, y: (there.top + there.bottom) / 2 };
  const by = { x: Math.round(to.x - middle.x), y: Math.round(to.y - middle.y) };
  return { nodes: nodes.map((node) => moved(node, by)), links };
}

/** As much of an import as can be told apart. */
const MIN_ZOOM = 0.3;

function lookAt(bounds: Bounds | null, flow: ReturnType<typeof useReactFlow>): void {
  if (bounds === null) return;
  const { width, height } = viewOf(flow);
  const zoom = flow.getZoom();
  const fit = Math.min(
    (width * zoom * 0.8) / Math.max(1, bounds.right - bounds.left),
    (height * zoom * 0.7) / Math.max(1, bounds.bottom - bounds.top),
  );
  const place = { x: (bounds.left + bounds.right) / 2, y: (bounds.top + bounds.bottom) / 2 };
  showPlace(flow, { place, zoom: Math.min(1, Math.max(MIN_ZOOM, fit)) });
}
