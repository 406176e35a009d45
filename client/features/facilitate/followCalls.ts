/** Whether this person goes along at once when a facilitator calls: remembered on this device. */
const KEY = 'cellboard.followCalls';

export function followsCalls(): boolean {
  return localStorage.getItem(KEY) === 'yes';
}

export function setFollowsCalls(follows: boolean): void {
  if (follows) localStorage.setItem(KEY, 'yes');
  else localStorage.removeItem(KEY);
}
