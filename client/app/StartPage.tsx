/** The first page: start a board, blank or from a template, open one again, or join by a link. */
import { Menu } from '@base-ui/react/menu';
import { ChevronDown, Ellipsis, Keyboard, Languages, Link2 } from 'lucide-react';
import { type FormEvent, lazy, Suspense, useState } from 'react';
import { forgetBoard, type Recent, recentBoards } from '../session/memory.ts';
import { boardPath, navigate, parseInvite } from '../session/route.ts';
import { copyText } from '../ui/copyText.ts';
import { setLocale, useMessages, usePreferences } from '../ui/locale.ts';
import { LOCALES, type Locale } from '../ui/locales.ts';
import { Mark } from '../ui/Mark.tsx';
import { timeUntil } from '../ui/relativeTime.ts';
import { IconButton } from '../ui/Tip.tsx';
import { toast } from '../ui/toast.ts';
import { Templates } from './start/Templates.tsx';
import { ThemeButton } from './ThemeButton.tsx';
import './start.css';

const ShortcutsDialog = lazy(() => import('../features/panels/ShortcutsDialog.tsx'));

export default function StartPage() {
  const { appName } = useMessages();
  return (
    <div className="start">
      <header className="top-bar start-bar">
        <Mark />
        <b className="start-name">{appName}</b>
        <span className="grow" />
        <LanguageMenu />
        <ThemeButton />
        <ShortcutsButton />
      </header>
      <main className="start-page">
        <StartHead />
        <Templates />
        <RecentBoards />
      </main>
    </div>
  );
}

function ShortcutsButton() {
  const { top } = useMessages();
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton label={top.shortcuts} onClick={() => setOpen(true)}>
        <Keyboard size={17} aria-hidden="true" />
      </IconButton>
      <Suspense fallback={null}>{open && <ShortcutsDialog onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}

function LanguageMenu() {
  const { locale } = usePreferences();
  const { top } = useMessages();
  return (
    <Menu.Root>
      <Menu.Trigger className="button is-quiet" aria-label={`${top.language}: ${LOCALES[locale]}`}>
        <Languages size={16} aria-hidden="true" />
        {LOCALES[locale]}
        <ChevronDown size={14} strokeWidth={2} aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="popup-positioner" sideOffset={6} align="end">
          <Menu.Popup className="popup menu">
            {Object.entries(LOCALES).map(([name, label]) => (
              <Menu.Item
                key={name}
                className="menu-item"
                lang={name}
                onClick={() => void setLocale(name as Locale)}
              >
                {label}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function StartHead() {
  const { start } = useMessages();
  const [link, setLink] = useState('');
  const join = (event: FormEvent) => {
    event.preventDefault();
    const invite = parseInvite(link);
    if (invite === null) toast(start.badLink, { key: 'join' });
    else navigate(boardPath(invite));
  };
  return (
    <div className="start-head">
      <div>
        <h1>{start.title}</h1>
        <p>{start.intro}</p>
      </div>
      <form className="join-form" onSubmit={join}>
        <span className="input-with-icon">
          <Link2 size={15} aria-hidden="true" />
          <input
            className="input"
            aria-label={start.invite}
            placeholder={start.invite}
            value={link}
            dir="ltr"
            spellCheck={false}
            onChange={(event) => setLink(event.target.value)}
          />
        </span>
        <button type="submit" className="button is-outlined">
          {start.join}
        </button>
      </form>
    </div>
  );
}

const FILTERS = ['all', 'facilitate', 'joined'] as const;
type Filter = (typeof FILTERS)[number];

function RecentBoards() {
  const { start } = useMessages();
  const [boards, setBoards] = useState(recentBoards);
  const [filter, setFilter] = useState<Filter>('all');
  const shown = boards.filter(
    ({ role }) => filter === 'all' || (role === 'facilitator') === (filter === 'facilitate'),
  );
  return (
    <section aria-labelledby="recent">
      <div className="recent-head">
        <h2 id="recent">{start.recent}</h2>
        <span className="grow" />
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to forms. */}
        <div className="segments" role="group" aria-label={start.recent}>
          {FILTERS.map((name) => (
            <button key={name} type="button" aria-pressed={name === filter} onClick={() => setFilter(name)}>
              {start.filters[name]}
            </button>
          ))}
        </div>
      </div>
      {shown.length === 0 ? (
        <p className="recent-empty">{start.recentEmpty}</p>
      ) : (
        <table className="recent">
          <thead>
            <tr>
              <th scope="col">{start.board}</th>
              <th scope="col">{start.viewpoint}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {shown.map((recent) => (
              <RecentRow
                key={recent.board}
                recent={recent}
                onForget={() => {
                  forgetBoard(recent.board);
                  setBoards(recentBoards());
                }}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function RecentRow({ recent, onForget }: { readonly recent: Recent; readonly onForget: () => void }) {
  const { start, facilitator, everyone } = useMessages();
  const { locale } = usePreferences();
  const title = recent.title || start.untitled;
  const path = boardPath(recent);
  const eyes = { facilitator, everyone, participant: start.participant }[recent.eyes];
  const copy = async () => {
    const copied = await copyText(new URL(path, location.href).href);
    if (!copied) toast(start.copyFailed, { key: 'copy' });
  };
  return (
    <tr>
      <th scope="row">
        <a
          href={path}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            navigate(path);
          }}
        >
          <bdi>{title}</bdi>
        </a>
        <small>{start.opened(timeUntil(recent.opened, { now: Date.now(), locale }))}</small>
      </th>
      <td>
        <span className={`chip ${recent.eyes === 'facilitator' ? 'is-accent' : ''}`}>{eyes}</span>
      </td>
      <td>
        <Menu.Root>
          <Menu.Trigger className="icon-button" aria-label={start.more(title)}>
            <Ellipsis size={16} aria-hidden="true" />
          </Menu.Trigger>
          <Menu.Portal>
            <Menu.Positioner className="popup-positioner" sideOffset={4} align="end">
              <Menu.Popup className="popup menu">
                <Menu.Item className="menu-item" onClick={copy}>
                  {start.copyLink}
                </Menu.Item>
                <Menu.Item className="menu-item" onClick={onForget}>
                  {start.forget}
                </Menu.Item>
              </Menu.Popup>
            </Menu.Positioner>
          </Menu.Portal>
        </Menu.Root>
      </td>
    </tr>
  );
}
