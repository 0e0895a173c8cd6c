import type { Metric } from '../api-parts.js';

/** The process's own figures and those that the composition root gave, in Prometheus' text format. */
export async function metricsText(given: readonly Metric[]): Promise<string> {
  const blocks = await Promise.all([...OWN, ...given].map(block));
  return blocks.join('');
}

const OWN: Metric[] = [
  {
    name: 'process_resident_memory_bytes',
    help: 'Memory of this process.',
    kind: 'gauge',
    read: async () => process.memoryUsage.rss(),
  },
  {
    name: 'process_uptime_seconds',
    help: 'Since this process began.',
    kind: 'gauge',
    read: async () => process.uptime(),
  },
];

async function block({ name, help, kind, read }: Metric): Promise<string> {
  return `# HELP ${name} ${help}\n# TYPE ${name} ${kind}\n${name} ${await read()}\n`;
}
