/**
 * A server that has run for a while has its code compiled; one that was just started has not, and at a hundred
 * edits a second what it takes to compile would be most of what is measured. So before it is measured two people
 * move something in a room of their own, and leave. The same is done to every server.
 */
import { nodeId } from './content.ts';
import { newWriter, pauseFor, positionItems } from './load.ts';
import { Member } from './member.ts';
import type { Subject } from './subjects.ts';

const FOR_MS = 4_000;
/** A second, of both: a quarter of what the slowest can take. */
const EDITS_PER_SECOND = 2_000;

/** The board has two nodes at least, and nobody on it. */
export async function heat(subject: Subject, board: number): Promise<void> {
  const room = subject.room(board);
  const pair = [await Member.enter(subject, room), await Member.enter(subject, room)];
  const item = positionItems(pair[0]?.state ?? new Uint8Array());
  const writers = pair.map((member, index) => newWriter(member, item(nodeId(`p${index}`))));
  const began = performance.now();
  let sent = 0;
  for (let now = began; now < began + FOR_MS; now = performance.now()) {
    const due = ((now - began) / 1_000) * (EDITS_PER_SECOND / writers.length);
    for (; sent < due; sent += 1) for (const { member, maker } of writers) member.edit([maker.next()]);
    await pauseFor(1);
  }
  for (const member of pair) member.close();
  await pauseFor(500);
}
