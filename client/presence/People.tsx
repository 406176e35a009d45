/** Who is here: this person first, then the others, some by face and all in a list, from which one can follow them. */
import { Popover } from '@base-ui/react/popover';
import { useWorkspace } from '../board/workspace.ts';
import { usePanel, usePanels } from '../panels/panels.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { useMessages } from '../ui/locale.ts';
import { usePeers } from './usePeers.ts';

const FACES = 4;

export function People() {
  const { presence, store, rights } = useWorkspace();
  const panels = usePanels();
  const following = usePanel((state) => state.following);
  const peers = usePeers();
  const { top, together, someone, everyone, facilitator } = useMessages();
  const { self } = presence;
  const nameOfViewpoint = (viewpoint: string) => {
    if (viewpoint === 'facilitator') return facilitator;
    if (viewpoint === 'everyone') return everyone;
    return store.nodes.get(viewpoint as never)?.label ?? '';
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
    <Popover.Root>
      <Popover.Trigger className="people" openOnHover={false}>
        {all.slice(0, FACES).map(({ key, name, shown, color, hint }) => (
          <Avatar key={key} name={name} color={color} title={hint === '' ? shown : `${shown}, ${hint}`} />
        ))}
        {all.length > FACES && (
          <span className="avatar is-more" aria-hidden="true">
            {top.more(all.length - FACES)}
          </span>
        )}
        <span className="visually-hidden">{top.present(all.length)}</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="popup-positioner" sideOffset={6} align="end">
          <Popover.Popup className="popup people-list">
            <Popover.Title className="menu-heading">{top.present(all.length)}</Popover.Title>
            <ul>
              {all.map(({ key, name, shown, color, hint }) => (
                <li key={key} className={key === 0 ? 'menu-item' : undefined}>
                  {key === 0 ? (
                    <Face name={name} color={color} shown={shown} hint={hint} />
                  ) : (
                    <Popover.Close
                      className="menu-item"
                      aria-pressed={following === key}
                      aria-label={following === key ? together.unfollow(name) : together.follow(name)}
                      onClick={() => panels.setState({ following: following === key ? null : key })}
                    >
                      <Face name={name} color={color} shown={shown} hint={hint} />
                    </Popover.Close>
                  )}
                </li>
              ))}
            </ul>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
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
