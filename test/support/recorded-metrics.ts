import type { MetricName, Metrics } from '../../functions/ports/metrics'

/** Keeps what was counted, for a test to look at. */
export class RecordedMetrics implements Metrics {
  readonly counted: {
    name: MetricName
    value: number
    properties: Readonly<Record<string, string | number>>
  }[] = []

  count(name: MetricName, value: number, properties: Readonly<Record<string, string | number>> = {}): void {
    this.counted.push({ name, value, properties })
  }
}
