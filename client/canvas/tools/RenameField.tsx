/**
 * The field that edits a name in place. It writes while one types, so that two people who name the same
 * element see each other's letters; Escape undoes what was typed here.
 */
import { useReactFlow, ViewportPortal } from '@xyflow/react';
import { type CSSProperties, type KeyboardEvent, useEffect, useRef } from 'react';
import type { Position } from '../../../shared/model/element.ts';
import { LIMITS } from '../../../shared/model/limits.ts';
import type { NameLook } from '../../shapes/nodes/nodeShape.ts';
import { NODE_SHAPES } from '../../shapes/nodes/nodeShapes.ts';
import { sideOf } from '../../shapes/nodes/parts.ts';
import { shapeOf } from '../../shapes/shapes.ts';
import type { Renaming } from '../../state/ui.ts';
import { useLink, useNode, useSelected, useWorkspace, type Workspace } from '../../state/workspace.ts';
import type { LinkSnapshot, NodeSnapshot } from '../../sync/snapshot.ts';
import { bindText, type TextField } from '../../sync/textBinding.ts';
import { useMessages } from '../../ui/locale.ts';
import './rename.css';

export function RenameField() {
  const renaming = useSelected((state) => state.renaming);
  return renaming === null ? null : <OpenField key={renaming.id} renaming={renaming} />;
}

interface FieldPlace {
  readonly centre: Position;
  readonly width: number;
  readonly look: NameLook;
}

function placeOf(node: NodeSnapshot, position: Position): FieldPlace {
  const shape = shapeOf({ ...node, position });
  const field = NODE_SHAPES[node.kind].nameField(shape, sideOf(node.label));
  return { ...field, centre: { x: shape.x + field.x, y: shape.y + field.y } };
}

function middleOf({ scene }: Workspace, { source, target }: LinkSnapshot): FieldPlace {
  const [a, b] = [scene.drawnAt(source), scene.drawnAt(target)];
  return {
    centre: { x: ((a?.x ?? 0) + (b?.x ?? 0)) / 2, y: ((a?.y ?? 0) + (b?.y ?? 0)) / 2 },
    width: 140,
    look: { is: 'plain' },
  };
}

function OpenField({ renaming }: { readonly renaming: Renaming }) {
  const workspace = useWorkspace();
  const { store, history, ui, scene } = workspace;
  const { canvas } = useMessages();
  const flow = useReactFlow();
  const node = useNode(renaming.id);
  const link = useLink(renaming.id);
  const text = store.textOf(renaming.id, 'label');
  const field = useRef<TextField>(null);
  useEffect(() => {
    if (field.current === null || text === null) return;
    const input = field.current;
    const unbind = bindText({
      text,
      field: input,
      maxLength: LIMITS.labelLength,
      history,
      // Each opening of the field is a separate step, so that Escape undoes no earlier one.
      change: (run) => history.act(run, { merge: `label ${renaming.id} ${renaming.depth}` }),
    });
    input.focus({ preventScroll: true });
    input.select();
    return unbind;
  }, [text, history, renaming.id, renaming.depth]);
  if (text === null || (node === undefined && link === undefined)) return null;
  const place = node
    ? placeOf(node, scene.drawnAt(node.id) ?? node.position)
    : link && middleOf(workspace, link);
  if (place === undefined) return null;
  const { look } = place;
  const isProse = look.is === 'prose';

  const close = () => {
    if (ui.getState().renaming?.id === renaming.id) ui.setState({ renaming: null });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      history.undoTo(renaming.depth);
      close();
    } else if (event.key === 'Enter' && (!isProse || event.ctrlKey || event.metaKey)) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
    document.querySelector<HTMLElement>(`.canvas [data-id="${CSS.escape(renaming.id)}"]`)?.focus();
  };
  const style = {
    '--x': `${place.centre.x}px`,
    '--y': `${place.centre.y}px`,
    '--w': `${place.width}px`,
    // At low zoom the field keeps a readable size.
    '--scale': isProse ? 1 : Math.max(1, 0.95 / flow.getZoom()),
    ...(isProse && { '--h': `${look.height}px` }),
  } as CSSProperties;
  const shared = {
    className: `rename is-${look.is} ${look.is === 'heading' ? `is-${look.align}` : ''} nodrag nopan nowheel`,
    'aria-label': node === undefined ? canvas.linkText : isProse ? canvas.noteText : canvas.name,
    dir: 'auto',
    spellCheck: false,
    onBlur: close,
    onKeyDown,
    style,
  };
  return (
    <ViewportPortal>
      {isProse ? (
        <textarea
          ref={field as React.RefObject<HTMLTextAreaElement>}
          placeholder={shared['aria-label']}
          {...shared}
        />
      ) : (
        <input
          ref={field as React.RefObject<HTMLInputElement>}
          placeholder={shared['aria-label']}
          {...shared}
        />
      )}
    </ViewportPortal>
  );
}
