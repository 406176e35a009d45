/**
 * Seats in proportion to members by the method of the largest remainder (Hare quota): each gets the whole part
 * of its share, and the seats left go to the largest remainders. Reckoned in whole numbers, so that equal
 * remainders are equal: where they tie for the last seats, one seat more or less is as good for each of them.
 */
interface Sender {
  readonly members: number;
  readonly seats: number;
}

interface Due {
  readonly least: number;
  readonly most: number;
}

/** What each sender is due of all the seats that are sent. Without members or seats, what it has. */
export function dueSeats(senders: readonly Sender[]): Due[] {
  const members = senders.reduce((sum, sender) => sum + sender.members, 0);
  const seats = senders.reduce((sum, sender) => sum + sender.seats, 0);
  if (members === 0) return senders.map(({ seats: sent }) => ({ least: sent, most: sent }));
  const shares = senders.map((sender) => {
    const share = sender.members * seats;
    return { whole: Math.floor(share / members), remainder: share % members };
  });
  const left = seats - shares.reduce((sum, { whole }) => sum + whole, 0);
  const remainders = shares.map(({ remainder }) => remainder).sort((a, b) => b - a);
  const last = left === 0 ? members : (remainders[left - 1] ?? 0);
  const next = remainders[left] ?? -1;
  return shares.map(({ whole, remainder }) => {
    if (remainder < last) return { least: whole, most: whole };
    const isTied = remainder === last && last === next;
    return { least: isTied ? whole : whole + 1, most: whole + 1 };
  });
}
