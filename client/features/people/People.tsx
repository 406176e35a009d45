/** Who is here: this person first, then the others, some by face and all in a list, from which one can follow them. */
import { useState } from 'react';
import { usePanel, usePanels } from '../../state/panels.ts';
import { usePeers } from '../../state/usePeers.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { useMessages } from '../../ui/locale.ts';
import { PopupButton } from '../../ui/PopupButton.tsx';
import './people.css';

const FACES = 4;

export function People() {
  const { presence, store, rights } = useWorkspace();
  const panels = usePanels();
  const following = usePanel((state) => state.following);
  const peers = usePeers();
  const { top, together, someone, everyone, facilitator } = useMessages();
  const [open, setOpen] = useState(false);
  const { self } = presence;
  const nameOfViewpoint = (viewpoint: string) => {
    if (viewpoint === 'facilitator') return facilitator;
    if (viewpoint === 'everyone') return everyone;
    return store.nodes.get(viewpoint)?.label ?? '';
  };
  const others = peers.map(({ client, name, color, viewpoint, role }) => ({
    key: client,
    name: name || someone,
    shown: name || someone,
    color: color ?? 0,
    hint: rights.role === 'facilitator' || role === 'facilitator' ? nameOfViewpoint(viewpoint) : '',
  }));
  const own = self.name ?? '';
  const all = [{ key: 0, name: own, shown: top.you(own), color: self.color ?? 0, hint: '' }, ...others];
  return (
    <PopupButton
      open={open}
      onOpenChange={setOpen}
      className="people"
      face={
        <>
          {all.slice(0, FACES).map(({ key, name, shown, color, hint }) => (
            <Avatar key={key} name={name} color={color} title={hint === '' ? shown : `${shown}, ${hint}`} />
          ))}
          {all.length > FACES && (
            <span className="avatar is-more" aria-hidden="true">
              {top.more(all.length - FACES)}
            </span>
          )}
          <span className="visually-hidden">{top.present(all.length)}</span>
        </>
      }
      popupLabel={top.present(all.length)}
      popupClassName="people-list"
      align="end"
    >
      <h2 className="menu-heading">{top.present(all.length)}</h2>
      <ul>
        {all.map(({ key, name, shown, color, hint }) => (
          <li key={key} className={key === 0 ? 'menu-item' : undefined}>
            {key === 0 ? (
              <Face name={name} color={color} shown={shown} hint={hint} />
            ) : (
              <button
                type="button"
                className="menu-item"
                aria-pressed={following === key}
                aria-label={following === key ? together.unfollow(name) : together.follow(name)}
                onClick={() => {
                  setOpen(false);
                  panels.setState({ following: following === key ? null : key });
                }}
              >
                <Face name={name} color={color} shown={shown} hint={hint} />
              </button>
            )}
          </li>
        ))}
      </ul>
    </PopupButton>
  );
}

interface FaceProps {
  readonly name: string;
  readonly color: number;
  readonly shown: string;
  readonly hint: string;
}

function Face({ name, color, shown, hint }: FaceProps) {
  return (
    <>
      <Avatar name={name} color={color} />
      <bdi>{shown}</bdi>
      <bdi className="end">{hint}</bdi>
    </>
  );
}
