/**
 * Counters and gauges in the Prometheus text format. They tell how much happens, never to whom: no label ever
 * names a board, a viewpoint or a person.
 */
export type Labels = Readonly<Record<string, string | number>>;

interface Family {
  readonly type: 'counter' | 'gauge';
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

export class Metrics {
  readonly #families = new Map<string, Family>();

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

  text(): string {
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
