import type { Clock } from '../ports/clock'
import type { Metrics } from '../ports/metrics'

/** Metrics as log lines in CloudWatch's embedded metric format, one JSON object a line. */
export function embeddedMetrics(clock: Clock, write: (line: string) => void = console.log): Metrics {
  return {
    count: (name, value, properties = {}) =>
      write(
        JSON.stringify({
          _aws: {
            Timestamp: Date.parse(clock.now()),
            CloudWatchMetrics: [
              { Namespace: 'Viche', Dimensions: [[]], Metrics: [{ Name: name, Unit: 'Count' }] },
            ],
          },
          ...properties,
          [name]: value,
        }),
      ),
  }
}
