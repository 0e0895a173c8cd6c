import type { RecordedHistory } from '#libs/engine';

/**
 * What a history shows, to choose few that show all: each event, deadline, state and effect on each pathway with each
 * assessment option, and each way in.
 */
export function traitsOf({ definition, steps }: RecordedHistory): string[] {
  const input = (steps[0]?.data ?? {}) as Record<string, unknown>;
  const [pathway, option, entry, kind] = ['pathway', 'option', 'entry', 'kind'].map((name) =>
    String(input[name]),
  );
  const road = `${definition} ${pathway ?? ''} ${option ?? ''}`;
  const traits = steps.flatMap(({ type, data, made }) => [
    `${road} event ${type}`,
    ...(type === 'deadlineFired' ? [`${road} fired ${String(data['name'])}`] : []),
    ...made.state.map((path) => `${road} state ${path}`),
    ...made.effects.map(({ type: effect, params }) => `${road} effect ${effect} ${aboutOf(params)}`),
  ]);
  return [...new Set([...traits, `${definition} way in ${entry ?? ''} ${kind ?? ''} ${option ?? ''}`])];
}

function aboutOf(params: Record<string, unknown>): string {
  const about = params['kind'] ?? params['code'];
  return typeof about === 'string' ? about : '';
}
