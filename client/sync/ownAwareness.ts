/**
 * An awareness that announces only what this page says of itself. The stock one also sends back to the
 * server whatever it hears about others, which on a busy board is most of the traffic and says nothing new.
 */
import { Awareness } from 'y-protocols/awareness';

export class OwnAwareness extends Awareness {
  override emit(name: 'change' | 'update' | 'destroy', args: unknown[]): void {
    if (name === 'update' && args[1] !== 'local') return;
    // The parameter types of the base class differ by event; they are passed on untouched.
    (super.emit as (name: string, args: unknown[]) => void)(name, args);
  }
}
