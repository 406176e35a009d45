/**
 * Counters, gauges and histograms in the Prometheus text format. They tell how much happens, never to whom: no label ever
 * names a board, a viewpoint or a person.
 */
export type Labels = Readonly<Record<string, string | number>>;

interface Family {
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  /** By the text of their labels. */
  readonly values: Map<string, number>;
  readonly read: (() => number) | null;
}

export interface Counter {
  add(by?: number, labels?: Labels): void;
  /** Counts under one set of labels: for what is counted with every frame. */
  under(labels: Labels): (by: number) => void;
}

export interface Histogram {
  /** Seconds, or whatever the name says. */
  observe(value: number): void;
}

/** Seconds that a step of the work takes: from a quick edit to a stall that everybody feels. */
const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5] as const;

export class Metrics {
  readonly #families = new Map<string, Family>();
  /** What histograms have to write down before they are read. */
  readonly #notes: (() => void)[] = [];

  /** Only ever grows. */
  counter(name: string, help: string): Counter {
    const { values } = this.#family(name, { type: 'counter', help, values: new Map(), read: null });
    const addTo = (key: string, by: number) => values.set(key, (values.get(key) ?? 0) + by);
    return {
      add: (by = 1, labels) => {
        addTo(labelText(labels), by);
      },
      under: (labels) => {
        const key = labelText(labels);
        return (by) => {
          addTo(key, by);
        };
      },
    };
  }

  /** Read when it is asked for. */
  gauge(name: string, { help, read }: { help: string; read: () => number }): void {
    this.#family(name, { type: 'gauge', help, values: new Map(), read });
  }

  /** How long something takes, in seconds. */
  histogram(name: string, help: string): Histogram {
    const counts = SECONDS.map(() => 0);
    let [sum, count] = [0, 0];
    const { values } = this.#family(name, { type: 'histogram', help, values: new Map(), read: null });
    const note = () => {
      for (const [index, bound] of SECONDS.entries())
        values.set(`_bucket{le="${bound}"}`, counts[index] ?? 0);
      values.set('_bucket{le="+Inf"}', count);
      values.set('_sum', sum);
      values.set('_count', count);
    };
    note();
    this.#notes.push(note);
    return {
      observe: (value) => {
        sum += value;
        count += 1;
        for (const [index, bound] of SECONDS.entries())
          if (value <= bound) counts[index] = (counts[index] ?? 0) + 1;
      },
    };
  }

  text(): string {
    for (const note of this.#notes) note();
    const lines: string[] = [];
    for (const [name, { type, help, values, read }] of this.#families) {
      lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`);
      if (read !== null) lines.push(`${name} ${read()}`);
      for (const [labels, value] of values) lines.push(`${name}${labels} ${value}`);
    }
    return `${lines.join('\n')}\n`;
  }

  #family(name: string, family: Family): Family {
    if (this.#families.has(name)) throw new RangeError(`There is a metric ${name} already.`);
    this.#families.set(name, family);
    return family;
  }
}

function labelText(labels: Labels | undefined): string {
  if (labels === undefined) return '';
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(String(value))}"`);
  return `{${pairs.join(',')}}`;
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
