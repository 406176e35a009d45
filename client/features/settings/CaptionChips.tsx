/** What the next element of a kind is to be called, offered while its tool is in hand. */
import type { NodeKind } from '../../../shared/model/kinds.ts';
import { useSelected, useWorkspace } from '../../state/workspace.ts';
import { useMessages } from '../../ui/locale.ts';
import { useCaptionWords } from './useCaptionWords.ts';
import './captionChips.css';

/** So many fit beside the hint. */
const MAX_CHIPS = 6;

export default function CaptionChips({ kind }: { readonly kind: NodeKind }) {
  const { ui } = useWorkspace();
  const { models } = useMessages();
  const words = useCaptionWords(kind).slice(0, MAX_CHIPS);
  const chosen = useSelected(({ calling }) => (calling?.kind === kind ? calling.caption : ''));
  if (words.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to forms.
    <span className="caption-chips" role="group" aria-label={models.calledAs}>
      {words.map((caption) => (
        <button
          key={caption}
          type="button"
          aria-pressed={caption === chosen}
          onClick={() => ui.setState({ calling: caption === chosen ? null : { kind, caption } })}
        >
          <bdi>{caption}</bdi>
        </button>
      ))}
    </span>
  );
}
