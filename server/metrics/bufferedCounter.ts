/**
 * A Prometheus counter for what happens with every frame and every edit. Adding is one addition; the sums are handed to
 * prom-client, which looks a series up by the text of its labels, only when somebody reads the metrics.
 */
import { Counter, type Registry } from 'prom-client';

export interface BufferedCounterOptions<Label extends string> {
  readonly name: string;
  readonly help: string;
  readonly labelNames?: readonly Label[];
}

export interface BufferedCounter<Label extends string> {
  /** What adds to the series with these labels, which is told from now on, as 0 at first. */
  series(labels: Readonly<Record<Label, string>>): (by: number) => void;
}

/** Throws where the registry has a metric of that name. */
export function bufferedCounter<Label extends string = never>(
  registry: Registry,
  { name, help, labelNames = [] }: BufferedCounterOptions<Label>,
): BufferedCounter<Label> {
  const sums: { readonly labels: Readonly<Record<Label, string>>; sum: number }[] = [];
  new Counter<Label>({
    name,
    help,
    labelNames,
    registers: [registry],
    collect() {
      for (const series of sums) {
        this.inc(series.labels, series.sum);
        series.sum = 0;
      }
    },
  });
  return {
    series(labels) {
      const series = { labels, sum: 0 };
      sums.push(series);
      return (by) => {
        series.sum += by;
      };
    },
  };
}
