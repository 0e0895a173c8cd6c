import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Metric } from '../api-parts.js';

/** The process's own figures and those that the composition root gave. */
export function metricsRegistry(given: readonly Metric[]): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  for (const metric of given) register(registry, metric);
  return registry;
}

/** Labels are not known before the first reading, so a gauge takes any. */
function register(registry: Registry, { name, help, read }: Metric): void {
  const labelNames = ['queue', 'state'];
  registry.registerMetric(
    new Gauge({
      ...{ name, help, labelNames, registers: [] },
      async collect() {
        this.reset();
        for (const { labels, value } of await read()) this.set(labels ?? {}, value);
      },
    }),
  );
}
