/** A caption to type or to choose from the words of the board's model. */
import { Autocomplete } from '@base-ui/react/autocomplete';
import { useState } from 'react';
import type { LinkKind, NodeKind } from '../../../shared/model/kinds.ts';
import { LIMITS } from '../../../shared/model/limits.ts';
import { plainCaption } from '../../../shared/templates/plainCaption.ts';
import { useCaptionWords } from './useCaptionWords.ts';
import './captions.css';

export interface CaptionFieldProps {
  readonly id: string;
  readonly kind: NodeKind | LinkKind;
  readonly value: string;
  readonly placeholder: string;
  readonly onCommit: (caption: string) => void;
}

export default function CaptionField({ id, kind, value, placeholder, onCommit }: CaptionFieldProps) {
  const words = useCaptionWords(kind);
  const [draft, setDraft] = useState<string | null>(null);
  const commit = (caption: string | null) => {
    if (caption !== null && caption.trim() !== value) onCommit(caption.trim());
    setDraft(null);
  };
  const typed = plainCaption(draft ?? '');
  return (
    <Autocomplete.Root
      items={words.filter((word) => plainCaption(word).includes(typed))}
      mode="none"
      openOnInputClick
      value={draft ?? value}
      onValueChange={(caption, { reason }) => {
        if (reason === 'item-press') commit(caption);
        else if (reason === 'input-change') setDraft(caption);
      }}
    >
      <Autocomplete.Input
        id={id}
        className="input"
        dir="auto"
        placeholder={placeholder}
        maxLength={LIMITS.captionLength}
        onBlur={() => commit(draft)}
        onKeyDown={(event) => {
          const isListed = event.currentTarget.getAttribute('aria-activedescendant') !== null;
          if (event.key === 'Enter' && !isListed && !event.nativeEvent.isComposing) commit(draft);
        }}
      />
      <Autocomplete.Portal>
        <Autocomplete.Positioner className="popup-positioner" sideOffset={4} align="start">
          <Autocomplete.Popup className="popup menu caption-words">
            <Autocomplete.List>
              {(word: string) => (
                <Autocomplete.Item key={word} value={word} className="menu-item">
                  <bdi>{word}</bdi>
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  );
}
