/** What the six kinds of line mean. */
import { LINK_KINDS } from '../../shared/model/kinds.ts';
import { LinkSample } from '../board/links/LinkSample.tsx';
import { useMessages } from '../ui/locale.ts';

export function LinkKey() {
  const { zoom, linkKinds } = useMessages();
  return (
    <ul className="link-key bar" aria-label={zoom.key}>
      {LINK_KINDS.map((kind) => (
        <li key={kind}>
          <LinkSample kind={kind} />
          {linkKinds[kind]}
        </li>
      ))}
    </ul>
  );
}
