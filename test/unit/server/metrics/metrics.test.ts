import { describe, expect, it } from 'vitest';
import { Metrics } from '../../../../server/metrics/metrics.ts';

describe('metrics', () => {
  it('are told in the Prometheus text format', () => {
    const metrics = new Metrics();
    const requests = metrics.counter('requests_total', 'Requests.');
    requests.add(1, { status: 200 });
    requests.add(2, { status: 404 });
    requests.add(1, { status: 200 });
    let open = 3;
    metrics.gauge('open', { help: 'Open.', read: () => open });
    open = 4;
    expect(metrics.text()).toBe(
      [
        '# HELP requests_total Requests.',
        '# TYPE requests_total counter',
        'requests_total{status="200"} 2',
        'requests_total{status="404"} 2',
        '# HELP open Open.',
        '# TYPE open gauge',
        'open 4',
        '',
      ].join('\n'),
    );
  });

  it('count how long things took in buckets that hold each other', () => {
    const metrics = new Metrics();
    const took = metrics.histogram('step_seconds', 'A step.');
    for (const seconds of [0.0001, 0.001, 0.3, 9]) took.observe(seconds);
    const lines = metrics.text().split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        '# TYPE step_seconds histogram',
        'step_seconds_bucket{le="0.0005"} 1',
        'step_seconds_bucket{le="0.001"} 2',
        'step_seconds_bucket{le="0.25"} 2',
        'step_seconds_bucket{le="0.5"} 3',
        'step_seconds_bucket{le="2.5"} 3',
        'step_seconds_bucket{le="+Inf"} 4',
        'step_seconds_count 4',
      ]),
    );
  });

  it('escape what a label holds', () => {
    const metrics = new Metrics();
    metrics.counter('c', 'C.').add(1, { why: 'a "b" \\\n' });
    expect(metrics.text()).toContain('c{why="a \\"b\\" \\\\\\n"} 1');
  });

  it('have one meaning for a name', () => {
    const metrics = new Metrics();
    metrics.counter('c', 'C.');
    expect(() => metrics.counter('c', 'Again.')).toThrow(RangeError);
  });
});
