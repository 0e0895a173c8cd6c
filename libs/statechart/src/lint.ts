import type { AnyStateNode } from 'xstate';
import { delayNamesOf } from './deadlines.js';
import type { AnyDefinition, BaseContext, Definition } from './definition.js';

/**
 * Faults of a definition, each with its place; an empty list lets it boot. XState itself stays silent on most of
 * these: a missing delay would fire at once, a missing action would be lost, a missing guard throws only when asked.
 */
export function lint(anyDefinition: AnyDefinition): string[] {
  const definition = anyDefinition as unknown as Definition<BaseContext>;
  const nodes = allNodes(definition.machine.root as AnyStateNode);
  const faults = nodes.flatMap((node) => [
    ...delayFaults(definition, node),
    ...actionFaults(definition, node),
    ...guardFaults(definition, node),
    ...shapeFaults(node),
  ]);
  return [...faults, ...eventFaults(definition, nodes), ...loopFaults(definition)].map(
    (fault) => `${definition.key} v${definition.version}: ${fault}`,
  );
}

function allNodes(node: AnyStateNode): AnyStateNode[] {
  return [node, ...Object.values(node.states).flatMap((child) => allNodes(child as AnyStateNode))];
}

function transitionsOf(node: AnyStateNode) {
  return [...[...node.transitions.values()].flat(), ...(node.always ?? [])];
}

function delayFaults(definition: Definition<BaseContext>, node: AnyStateNode): string[] {
  const { delays } = definition.machine.implementations;
  return delayNamesOf(node).flatMap((name) => {
    if (/^\d+$/.test(name)) return [`${node.id}: the delay ${name} is a number; name it`];
    const above = ancestorsOf(node).find((ancestor) => delayNamesOf(ancestor).includes(name));
    return [
      ...(definition.dues[name] ? [] : [`${node.id}: the delay ${name} has no due date`]),
      ...(delays[name] ? [] : [`${node.id}: the delay ${name} has no implementation`]),
      ...(above ? [`${node.id}: the delay ${name} is also on ${above.id}`] : []),
    ];
  });
}

function ancestorsOf(node: AnyStateNode): AnyStateNode[] {
  return node.parent ? [node.parent, ...ancestorsOf(node.parent)] : [];
}

function actionFaults(definition: Definition<BaseContext>, node: AnyStateNode): string[] {
  const actions = [
    ...node.entry,
    ...node.exit,
    ...transitionsOf(node).flatMap((transition) => transition.actions),
  ];
  return actions.flatMap((action) => actionFault(definition, action).map((fault) => `${node.id}: ${fault}`));
}

const ALLOWED_BUILT_INS = ['xstate.assign', 'xstate.raise', 'xstate.cancel'];

function actionFault(definition: Definition<BaseContext>, action: unknown): string[] {
  const type = typeof action === 'string' ? action : (action as { type?: string }).type;
  if (!type) return ['an inline action; name it'];
  if (type.startsWith('xstate.'))
    return ALLOWED_BUILT_INS.includes(type) ? [] : [`${type} is not allowed in a journey`];
  if (definition.effects[type]) return [];
  const implementation = definition.machine.implementations.actions[type] as { type?: string } | undefined;
  return implementation?.type === 'xstate.assign'
    ? []
    : [`the action ${type} is neither an assign nor a known effect`];
}

function guardFaults(definition: Definition<BaseContext>, node: AnyStateNode): string[] {
  const { guards } = definition.machine.implementations;
  return transitionsOf(node).flatMap(({ guard }) => {
    const name = typeof guard === 'string' ? guard : (guard as { type?: string } | undefined)?.type;
    if (guard === undefined || (typeof guard === 'function' && 'check' in guard)) return [];
    if (!name) return [`${node.id}: an inline guard; name it`];
    return guards[name] ? [] : [`${node.id}: the guard ${name} has no implementation`];
  });
}

function shapeFaults(node: AnyStateNode): string[] {
  return node.invoke.length > 0 ? [`${node.id}: invoke is not allowed in a journey`] : [];
}

function eventFaults(definition: Definition<BaseContext>, nodes: AnyStateNode[]): string[] {
  const handledTypes = new Set(
    nodes.flatMap((node) => node.ownEvents.map(String)).filter((type) => !type.startsWith('xstate.')),
  );
  const declared = Object.keys(definition.events);
  return [
    ...[...handledTypes]
      .filter((type) => !declared.includes(type))
      .map((type) => `the event ${type} has no payload and roles`),
    ...declared
      .filter((type) => !handledTypes.has(type))
      .map((type) => `the event ${type} is handled nowhere`),
  ];
}

/** Without a bound, two `always` that feed each other hang the process. */
function loopFaults(definition: Definition<BaseContext>): string[] {
  const bounded = Number.isFinite(definition.machine.options?.maxIterations);
  return bounded ? [] : ['the machine sets no options.maxIterations'];
}
