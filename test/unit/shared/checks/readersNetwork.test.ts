import { describe, expect, it } from 'vitest';
import { sketch } from './sketch.ts';

const paper = () => sketch().group('organization', 'paper', { caption: 'paper' });

/** Channels from one to the next, new people drawn on the way. */
function hand(drawn: ReturnType<typeof sketch>, ...lines: readonly string[]): ReturnType<typeof sketch> {
  for (const line of lines) {
    for (const end of line.split(' ')) {
      if (!drawn.nodes.some(({ id }) => id === end)) drawn.node('person', end);
    }
    drawn.link('channel', line);
  }
  return drawn;
}

describe('reach', () => {
  it('counts readers once and hands, along all channels', () => {
    const drawn = hand(paper(), 'paper ada', 'paper chen', 'ada omid', 'chen omid', 'omid lale', 'x y');
    expect(drawn.find('reach')).toEqual([
      {
        code: 'reach',
        severity: 'note',
        elements: ['paper'],
        message: { key: 'reach', values: { paper: ['paper'], readers: 4, hands: 3 } },
      },
    ]);
  });

  it('reaches the people of a group, runs in no circle, and says when there is nobody', () => {
    const drawn = paper().group('circle', 'net', { people: 'ada chen' }).link('channel', 'paper net');
    expect(hand(drawn, 'ada omid', 'omid ada').find('reach')[0]?.message.values).toMatchObject({
      readers: 3,
      hands: 2,
    });
    expect(paper().find('reach')[0]?.message.values).toMatchObject({ readers: 0, hands: 0 });
    expect(sketch().group('organization', 'o').find('reach')).toEqual([]);
  });
});

describe('overstretched', () => {
  const hands = (count: number) => hand(sketch(), ...Array.from({ length: count }, (_, i) => `ada r${i}`));

  it('finds who hands to more than the limit', () => {
    expect(hands(8).found('overstretched')).toEqual([]);
    expect(hands(9).find('overstretched')[0]?.message.values).toEqual({ person: ['ada'], count: 9, most: 8 });
    expect(hands(2).found('overstretched', { thresholds: { mostReaders: 1 } })).toEqual(['ada r0 r1']);
  });

  it('counts each reader once, and is about people only', () => {
    const drawn = hands(8);
    drawn.links.push({ ...drawn.links[0], id: 'again' } as never);
    drawn.group('circle', 'net', { people: 'x y z' }).link('channel', 'ada net').link('channel', 'ada ada');
    expect(drawn.found('overstretched')).toEqual([]);
    const all = hand(paper(), ...Array.from({ length: 20 }, (_, i) => `paper r${i}`));
    expect(all.found('overstretched')).toEqual([]);
  });
});

describe('dead-end', () => {
  const study = (drawn: ReturnType<typeof sketch>, people: string) =>
    drawn.group('cell', 'study', { caption: 'study group', people });

  it('finds readers with no path to a study group, together with those they know', () => {
    const drawn = hand(paper(), 'paper ada', 'ada chen', 'paper omid', 'omid lale');
    expect(drawn.found('dead-end')).toEqual(['ada chen', 'lale omid']);
    expect(study(drawn, 'lale').found('dead-end')).toEqual(['ada chen']);
  });

  it('finds a path along hands either way, contacts and networks, but not through the paper', () => {
    const drawn = study(hand(paper(), 'paper ada', 'ada chen', 'paper omid'), 'ada');
    expect(drawn.found('dead-end')).toEqual(['omid']);
    expect(drawn.contacts('omid chen').found('dead-end')).toEqual([]);
    const network = study(hand(paper(), 'paper ada', 'paper omid'), 'ada');
    network.group('circle', 'net', { caption: 'network', people: 'ada omid' });
    expect(network.found('dead-end')).toEqual([]);
  });

  it('is about readers: those reached, in networks, or called so', () => {
    expect(sketch().node('person', 'ada').found('dead-end')).toEqual([]);
    expect(sketch().node('person', 'ada', { caption: 'reader' }).found('dead-end')).toEqual(['ada']);
    const drawn = sketch()
      .group('circle', 'net', { caption: 'شبکه', people: 'ada' })
      .group('circle', 'empty', {
        caption: 'network',
      });
    expect(drawn.found('dead-end')).toEqual(['ada']);
  });
});

describe('thin-bridge', () => {
  const site = (drawn: ReturnType<typeof sketch>, people: string, caption = 'workplace') =>
    drawn.group('circle', 'net', { people }).group('area', 'site', { caption }).join('net', 'site');

  it.each(['workplace', 'barracks', 'school', 'محل کار', 'پادگان', 'مدرسه'])(
    'finds a %s reached through one',
    (kind) => {
      const drawn = site(hand(paper(), 'paper ada', 'ada chen'), 'ada chen', kind);
      expect(drawn.found('thin-bridge')).toEqual(['site ada']);
      expect(hand(drawn, 'paper chen').found('thin-bridge')).toEqual([]);
    },
  );

  it('finds one person outside through whom both inside get it', () => {
    const drawn = site(hand(paper(), 'paper x', 'x ada', 'x chen'), 'ada chen');
    expect(drawn.found('thin-bridge')).toEqual(['site x']);
  });

  it('names the nearest of several in a row', () => {
    const drawn = site(hand(paper(), 'paper x', 'x y', 'y ada', 'ada chen'), 'ada chen');
    expect(drawn.found('thin-bridge')).toEqual(['site ada']);
  });

  it('counts a second paper as a second way', () => {
    const drawn = site(hand(paper(), 'paper ada'), 'ada chen').group('body', 'second', { caption: 'نشریه' });
    expect(drawn.found('thin-bridge')).toEqual(['site ada']);
    expect(hand(drawn, 'second chen').found('thin-bridge')).toEqual([]);
  });

  it('counts a paper for the whole network as a way to each of it', () => {
    const drawn = site(paper(), 'ada chen').link('channel', 'paper net');
    expect(drawn.found('thin-bridge')).toEqual([]);
  });

  it('says nothing of sites that are not reached, empty, or no sites', () => {
    expect(site(hand(paper(), 'paper x', 'ada chen'), 'ada chen').found('thin-bridge')).toEqual([]);
    expect(site(hand(paper(), 'paper x'), '').found('thin-bridge')).toEqual([]);
    expect(site(hand(paper(), 'paper ada'), 'ada chen', 'town').found('thin-bridge')).toEqual([]);
    expect(site(hand(sketch(), 'x ada'), 'ada chen').found('thin-bridge')).toEqual([]);
  });
});

describe('no-study-group', () => {
  const network = () => sketch().group('circle', 'net', { caption: 'network', people: 'ada chen' });

  it('finds a network nobody of which is in a study group', () => {
    expect(network().found('no-study-group')).toEqual(['net']);
    const other = network().group('cell', 'cell', { caption: 'workplace cell', people: 'ada' });
    expect(other.found('no-study-group')).toEqual(['net']);
    const study = network().group('cell', 'study', { caption: 'گروه مطالعه', people: 'ada' });
    expect(study.found('no-study-group')).toEqual([]);
  });

  it('says nothing of an empty network, or of other circles', () => {
    expect(sketch().group('circle', 'net', { caption: 'network' }).found('no-study-group')).toEqual([]);
    expect(
      sketch().group('circle', 'c', { caption: 'friends', people: 'x' }).found('no-study-group'),
    ).toEqual([]);
  });
});
