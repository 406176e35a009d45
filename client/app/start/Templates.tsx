/** Templates to start a board from: blank, built in, or saved on this server. */
import { Plus } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { TEMPLATE_IDS, type TemplateId } from '../../../shared/templates/template.ts';
import { createBoard, type ListedTemplate, listTemplates } from '../../session/api.ts';
import { enterBoard } from '../../session/enter.ts';
import { rememberedName } from '../../session/memory.ts';
import { boardPath, navigate } from '../../session/route.ts';
import { ThumbPicture } from '../../shapes/ThumbPicture.tsx';
import { useMessages } from '../../ui/locale.ts';
import { unusable } from '../../ui/Tip.tsx';
import { toast } from '../../ui/toast.ts';
import './templates.css';

/** Prefetches the board's page on hover or focus, before the click. */
const prepare = () => void import('../BoardPage.tsx');

/** Number of saved templates that are shown at first. */
const FIRST_SAVED = 12;

export function Templates() {
  const { start } = useMessages();
  const [busy, setBusy] = useState(false);
  const [listed, setListed] = useState<readonly ListedTemplate[]>([]);
  const [all, setAll] = useState(false);
  useEffect(() => {
    let isOver = false;
    void listTemplates().then((result) => {
      if (result.ok && !isOver) setListed(result.value.templates);
    });
    return () => {
      isOver = true;
    };
  }, []);
  const make = async (wish: { template?: string; title?: string }) => {
    setBusy(true);
    const result = await createBoard(wish);
    if (result.ok) {
      const { board, secret } = result.value;
      const name = rememberedName();
      // A name that this device knows is used for a new board without asking.
      if (name !== '') await enterBoard(board, { secret, name });
      navigate(boardPath(result.value));
    } else toast(result.error === 'refused' ? start.boardsOff : start.failed, { key: 'start' });
    setBusy(false);
  };
  const shapesOf = (id: TemplateId) => listed.find((template) => template.id === id)?.thumbnail ?? [];
  const saved = listed.filter((template) => template.saved);
  return (
    <>
      <ul className="templates" aria-label={start.title} onPointerEnter={prepare} onFocus={prepare}>
        <Card
          busy={busy}
          onMake={() => make({})}
          thumb={
            <span className="template-blank">
              <Plus size={22} aria-hidden="true" />
            </span>
          }
          name={start.blank}
          hint={start.blankHint}
        />
        {TEMPLATE_IDS.map((template) => (
          <Card
            key={template}
            busy={busy}
            onMake={() => make({ template, title: start.templates[template].name })}
            thumb={<ThumbPicture shapes={shapesOf(template)} />}
            {...start.templates[template]}
          />
        ))}
      </ul>
      {saved.length > 0 && (
        <section aria-labelledby="saved-templates">
          <h2 id="saved-templates" className="templates-heading">
            {start.saved}
          </h2>
          <ul className="templates" onPointerEnter={prepare} onFocus={prepare}>
            {saved.slice(0, all ? saved.length : FIRST_SAVED).map(({ id, title, thumbnail }) => (
              <Card
                key={id}
                busy={busy}
                onMake={() => make({ template: id })}
                thumb={<ThumbPicture shapes={thumbnail} />}
                name={<bdi>{title}</bdi>}
                hint={start.savedHint}
              />
            ))}
          </ul>
          {!all && saved.length > FIRST_SAVED && (
            <button type="button" className="button is-outlined" onClick={() => setAll(true)}>
              {start.allSaved(saved.length)}
            </button>
          )}
        </section>
      )}
    </>
  );
}

interface CardProps {
  readonly busy: boolean;
  readonly onMake: () => void;
  readonly thumb: ReactNode;
  readonly name: ReactNode;
  readonly hint: string;
}

function Card({ busy, onMake, thumb, name, hint }: CardProps) {
  const { oneMoment } = useMessages();
  return (
    <li>
      <button type="button" className="template" onClick={onMake} {...unusable(busy ? oneMoment : null)}>
        <span className="template-thumb">{thumb}</span>
        <b>{name}</b>
        <small>{hint}</small>
      </button>
    </li>
  );
}
