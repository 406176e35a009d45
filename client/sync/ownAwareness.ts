/**
 * A y-protocols Awareness that sends only this client's own state. The stock one also sends received states
 * back to the server, which on a busy board is most of the traffic.
 */
import { Awareness } from 'y-protocols/awareness';

export class OwnAwareness extends Awareness {
  override emit(name: 'change' | 'update' | 'destroy', args: unknown[]): void {
    if (name === 'update' && args[1] !== 'local') return;
    // The base class types its parameters by event; they are passed on unchanged.
    (super.emit as (name: string, args: unknown[]) => void)(name, args);
  }
}
